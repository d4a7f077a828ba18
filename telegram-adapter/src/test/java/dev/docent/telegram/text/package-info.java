@NullMarked
package dev.docent.telegram.text;

import org.jspecify.annotations.NullMarked;
