/**
 * Docent's settings as Spring Boot properties and its auto-configuration, shared by the clients. The only package
 * of the core that imports Spring.
 */
@NullMarked
package dev.docent.boot;

import org.jspecify.annotations.NullMarked;
