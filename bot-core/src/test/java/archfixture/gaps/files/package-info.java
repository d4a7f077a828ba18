/** A room of the broken house. */
@NullMarked
package archfixture.gaps.files;

import org.jspecify.annotations.NullMarked;
