@NullMarked
package dev.docent.telegram.folder;

import org.jspecify.annotations.NullMarked;
