/** A room of the broken house. */
@NullMarked
package archfixture.answer.document;

import org.jspecify.annotations.NullMarked;
