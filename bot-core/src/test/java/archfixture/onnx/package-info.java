/** A room of the broken house. */
@NullMarked
package archfixture.onnx;

import org.jspecify.annotations.NullMarked;
