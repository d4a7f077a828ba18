/** What is printed as JSON. The keys and their order are a promise to scripts. */
@NullMarked
package dev.docent.shell.json;

import org.jspecify.annotations.NullMarked;
