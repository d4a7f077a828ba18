@org.jspecify.annotations.NullMarked
package dev.docent.boot;
