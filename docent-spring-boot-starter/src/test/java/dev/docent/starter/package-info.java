@NullMarked
package dev.docent.starter;

import org.jspecify.annotations.NullMarked;
