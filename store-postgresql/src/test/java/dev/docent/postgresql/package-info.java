@org.jspecify.annotations.NullMarked
package dev.docent.postgresql;
