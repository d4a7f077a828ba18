/** A room of the broken house. */
@NullMarked
package archfixture.conversation;

import org.jspecify.annotations.NullMarked;
