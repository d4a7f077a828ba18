package dev.docent.corpus.files.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RstTextTest {

  @Test
  void tellsHeadingsByTheirRulesInTheOrderOfTheirStyles() {
    assertThat(shown("=====\nDepot\n=====\n\nPlace\n~~~~~\nIn Bristol.\n\nDeep\n....\n\nAgain\n~~~~~\n\n-----\n\nEnd."))
        .containsExactly("HEADING1 Depot", "HEADING2 Place", "PARAGRAPH In Bristol.", "HEADING3 Deep",
            "HEADING2 Again", "PARAGRAPH End.");
  }

  @Test
  void keepsTheWordsOfRolesAndLinks() {
    assertThat(text("See :ref:`the list <items>`, :doc:`/users/faq`, :opt:`minDisk`, :file:`a.txt`, :stconf:opt:`x`."))
        .isEqualTo("See the list, faq, minDisk, a.txt, x.");
    assertThat(text(".. _ports:\n\nOpen ports\n==========\n\nSee :ref:`ports` and ports_.")).isEqualTo(
        "\n\nOpen ports\n\n\nSee Open ports and ports.");
    assertThat(text("A `site <https://x.example>`_, `Mole`_, `two words`__ and :py:class:`~a.b.Net`, :rfc:`5234`."))
        .isEqualTo("A site, Mole, two words and Net, RFC 5234.");
    assertThat(text("*so* **very** ``lit*eral``, 2 * 3, a_b_, \\*kept\\*, th\\ *is*, *args.")).isEqualTo(
        "so very lit*eral, 2 * 3, a_b_, *kept*, this, *args.");
    assertThat(text("Made by |us| [1]_ and [#]_.\n\n.. |us| replace:: the *crew*\n.. [1] In 1933.")).startsWith(
        "Made by the *crew* and.\n\n\nIn 1933.".replace("   ", ""));
    assertThat(text("A pattern with a ``(?d)`` prefix, ``*`` and '*' and ``\\``.")).isEqualTo(
        "A pattern with a (?d) prefix, * and '*' and \\.");
  }

  @Test
  void leavesNoStopAloneInTheLineOfATarget() {
    assertThat(text("Read `our long\ntext\n<https://x.example/>`__. It says.")).isEqualTo(
        "Read our long\ntext.\nIt says.");
    assertThat(text("Check our `workflows\n<https://x.example>`__\nfor more.")).isEqualTo(
        "Check our\nworkflows\nfor more.");
  }

  @Test
  void takesListsWithTheirMarksAndDepth() {
    assertThat(shown("* rope\n\n  * short\n    and thick\n  * long\n\n* net\n\n  tarred")).containsExactly(
        "LIST_ITEM - rope", "LIST_ITEM1   - short\n    and thick", "LIST_ITEM1   - long", "LIST_ITEM - net",
        "LIST_ITEM   tarred");
    assertThat(shown("1. one\n2. two::\n\n     code\n\n#. a\n#. b")).containsExactly("STEP 1. one", "STEP 2. two:",
        "CODE code", "STEP 3. a", "STEP 4. b");
    assertThat(shown("A. Smith came\nhome.")).containsExactly("PARAGRAPH A. Smith came\nhome.");
    assertThat(shown("Mole\n  A **wall**\n  in the sea.\n\n  Long.\nPier : wood\n  A bridge.")).containsExactly(
        "LIST_ITEM Mole\n  A wall\n  in the sea.", "LIST_ITEM   Long.", "LIST_ITEM Pier : wood\n  A bridge.");
    assertThat(shown(":Author: Ann\n:orphan:\n\nText.")).containsExactly("LIST_ITEM Author: Ann", "PARAGRAPH Text.");
    assertThat(shown("| one\n| *two*")).containsExactly("PARAGRAPH one\ntwo");
  }

  @Test
  void takesLiteralBlocksAsCodeAndNothingInThemForMarkup() {
    assertThat(shown("Open the ports by running::\n\n    sudo **ufw**\n      allow `x`_\n\nDone.")).containsExactly(
        "PARAGRAPH Open the ports by running:", "CODE sudo **ufw**\n  allow `x`_", "PARAGRAPH Done.");
    assertThat(shown("::\n\n  a\n\n.. code-block:: sh\n   :linenos:\n\n   make\n\n   all\n\nText ::\n\n  b"))
        .containsExactly("CODE a", "CODE make\n\nall", "PARAGRAPH Text", "CODE b");
    assertThat(shown(">>> 1 + 1\n2\n\nEnd.")).containsExactly("CODE >>> 1 + 1\n2", "PARAGRAPH End.");
  }

  @Test
  void showsOfDirectivesWhatThePageShows() {
    assertThat(
        shown(".. toctree::\n   :maxdepth: 1\n\n   a\n   b\n\n.. image:: x.png\n   :alt: y\n\n.. comment\n   more\n\n"
            + ".. _target: https://x.example\n\n.. include:: /a.rst\n\n..\n\nText."))
        .containsExactly("PARAGRAPH Text.");
    assertThat(shown(".. note::\n\n   Look *here*.\n\n.. warning:: It\n   burns.\n\n.. versionadded:: 1.2\n\nEnd."))
        .containsExactly("PARAGRAPH Note", "PARAGRAPH Look here.", "PARAGRAPH Warning: It\nburns.",
            "PARAGRAPH New in version 1.2", "PARAGRAPH End.");
    assertThat(shown(".. option:: --home=<dir>\n\n   Sets the *folder*.\n\n   More.\n\n.. option:: -v\n\n   Speaks."))
        .containsExactly("LIST_ITEM --home=<dir>\n\n  Sets the folder.", "LIST_ITEM   More.",
            "LIST_ITEM -v\n\n  Speaks.");
    assertThat(shown(".. admonition:: Mind this\n\n   It burns.")).containsExactly("PARAGRAPH Mind this",
        "PARAGRAPH It burns.");
  }

  @Test
  void readsTheRowsOfTablesWithTheirNames() {
    assertThat(
        shown("=====  =====\nFish   Price\n=====  =====\nCod    40\n*Eel*  50\n       euro\n=====  =====\n\nEnd."))
        .containsExactly("TABLE_HEADER - Fish; Price", "TABLE_ROW - Fish: Cod; Price: 40",
            "TABLE_ROW - Fish: Eel; Price: 50 euro", "PARAGRAPH End.");
    assertThat(shown("+------+-------+-----+\n| Fish | Price | Day |\n+======+=======+=====+\n| Cod  | 40    | Mo  |\n"
        + "|      | euro  |     |\n+------+-------+-----+\n| Eel  | free        |\n+------+-------------+\n"))
        .containsExactly("TABLE_HEADER - Fish; Price; Day", "TABLE_ROW - Fish: Cod; Price: 40 euro; Day: Mo",
            "TABLE_ROW - Fish: Eel; Price: free; Day: free");
    assertThat(shown(".. list-table:: Catch\n   :header-rows: 1\n\n   * - Fish\n     - Price\n   * - Cod\n     - 40\n"
        + "       euro\n")).containsExactly("PARAGRAPH Catch", "TABLE_HEADER - Fish; Price",
            "TABLE_ROW - Fish: Cod; Price: 40 euro");
    assertThat(shown(".. csv-table::\n   :header: \"Fish\", \"Price\"\n\n   Cod, \"40, or less\"\n")).containsExactly(
        "TABLE_HEADER - Fish; Price", "TABLE_ROW - Fish: Cod; Price: 40, or less");
  }

  @Test
  void keepsTheLinesOfTheSource() {
    for (String source : List.of("", "\n\n", "..", "::", "- ", "*", "====", "a\n=", "+--+", "=== ===", "| ", ":a:",
        ".. a::", "  x\n y\nz", "- - - a", "1.\n2.", ".. [1] a\n   b", "a::\n\nb", "`a\n<b>`_ c", "\tx\n\ty", "__ a",
        ".. |a| image:: b", "a\n b\n  c\n   d", "= =\n= =", "+-+\n|a|\n+-+")) {
      MarkdownTextTest.blocks(source, RstText.of(source));
    }
  }

  private static String text(String source) {
    return RstText.of(source).text();
  }

  private static List<String> shown(String source) {
    return MarkdownTextTest.blocks(source, RstText.of(source));
  }
}
