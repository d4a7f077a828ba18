/** A room of the broken house. */
@NullMarked
package archfixture.answer.onnx;

import org.jspecify.annotations.NullMarked;
