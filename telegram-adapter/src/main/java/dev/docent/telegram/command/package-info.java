/** The commands, and the menus that offer them. */
@NullMarked
package dev.docent.telegram.command;

import org.jspecify.annotations.NullMarked;
