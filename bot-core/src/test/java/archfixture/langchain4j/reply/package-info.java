/** A room of the broken house. */
@NullMarked
package archfixture.langchain4j.reply;

import org.jspecify.annotations.NullMarked;
