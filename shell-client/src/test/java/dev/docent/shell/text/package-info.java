@org.jspecify.annotations.NullMarked
package dev.docent.shell.text;
