/** A client that breaks every rule. */
@NullMarked
package archfixture.client;

import org.jspecify.annotations.NullMarked;
