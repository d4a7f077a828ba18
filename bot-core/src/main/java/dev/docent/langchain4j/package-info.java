/**
 * Language and embedding models through LangChain4j. The only package that imports {@code dev.langchain4j}.
 */
@NullMarked
package dev.docent.langchain4j;

import org.jspecify.annotations.NullMarked;
