/** Not on the plan, and not null-marked. */
@NullUnmarked
package archfixture.attic;

import org.jspecify.annotations.NullUnmarked;
