@NullMarked
package dev.docent.telegram.question;

import org.jspecify.annotations.NullMarked;
