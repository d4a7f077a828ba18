/** Docent in a Spring Boot application of somebody else: its beans, settings, and what they do at the start. */
@NullMarked
package dev.docent.starter;

import org.jspecify.annotations.NullMarked;
