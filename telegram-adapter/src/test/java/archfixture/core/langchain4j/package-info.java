/** An adapter of the broken house. */
@NullMarked
package archfixture.core.langchain4j;

import org.jspecify.annotations.NullMarked;
