@NullMarked
package dev.docent.telegram.access;

import org.jspecify.annotations.NullMarked;
