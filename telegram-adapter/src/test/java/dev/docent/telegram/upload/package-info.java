@NullMarked
package dev.docent.telegram.upload;

import org.jspecify.annotations.NullMarked;
