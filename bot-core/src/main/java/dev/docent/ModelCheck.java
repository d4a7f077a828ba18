package dev.docent;

/**
 * Something that models in this process need, looked at by using it.
 *
 * @param name what it is, in a word or two
 * @param found what there is
 * @param trouble why it can't be used; empty when it can
 * @param mended what damage was lately found in what is kept of it and mended, and when; empty when none was
 */
public record ModelCheck(String name, String found, String trouble, String mended) {}
