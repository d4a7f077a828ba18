@NullMarked
package dev.docent.telegram.store;

import org.jspecify.annotations.NullMarked;
