/**
 * The index on OpenSearch, for several processes and machines. Terms are made here, by the same analyzers as for the
 * embedded index; the server counts and ranks them. The only package that imports {@code org.opensearch}.
 */
@NullMarked
package dev.docent.index.opensearch;

import org.jspecify.annotations.NullMarked;
