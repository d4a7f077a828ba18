/** A room of the broken house. */
@NullMarked
package archfixture.langchain4j;

import org.jspecify.annotations.NullMarked;
