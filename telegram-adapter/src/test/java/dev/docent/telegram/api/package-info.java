@NullMarked
package dev.docent.telegram.api;

import org.jspecify.annotations.NullMarked;
