package dev.docent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Draws curves over the number of segments as SVG, both axes by powers of ten. */
record LatencyPlot(Map<String, Map<Integer, Double>> curves) {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 430;
  private static final int LEFT = 70;
  private static final int RIGHT = 30;
  private static final int TOP = 20;
  private static final int BOTTOM = 130;
  private static final List<String> COLOURS = List.of("#0b6e4f", "#1b4b9c", "#c1440e", "#666666");
  private static final List<String> DASHES = List.of("", "", "8 4", "2 3");

  String svg() {
    var lines = new ArrayList<String>();
    lines.add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">"
            .formatted(WIDTH, HEIGHT));
    lines.add("<title>How long a question takes over the number of segments</title>");
    lines.add("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>".formatted(WIDTH, HEIGHT));
    for (int power = least(xs()); power <= most(xs()); power++) {
      double x = x(Math.pow(10, power));
      lines.add(line(x, TOP, x, HEIGHT - BOTTOM));
      lines.add(text(x, HEIGHT - BOTTOM + 18, "middle", String.format(Locale.ROOT, "%,.0f", Math.pow(10, power))));
    }
    for (int power = least(ys()); power <= most(ys()); power++) {
      double y = y(Math.pow(10, power));
      lines.add(line(LEFT, y, WIDTH - RIGHT, y));
      lines
          .add(text(LEFT - 8, y + 4, "end", power < 0 ? "0." + "0".repeat(-power - 1) + "1" : "1" + "0".repeat(power)));
    }
    lines.add(text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - BOTTOM + 38, "middle", "segments"));
    lines.add("<text transform=\"translate(18 %d) rotate(-90)\" text-anchor=\"middle\">median, milliseconds</text>"
        .formatted((TOP + HEIGHT - BOTTOM) / 2));
    int n = 0;
    for (var curve : curves.entrySet()) {
      curve(curve.getKey(), curve.getValue(), n++, lines);
    }
    lines.add("</svg>");
    return String.join("\n", lines) + "\n";
  }

  private void curve(String name, Map<Integer, Double> points, int n, List<String> lines) {
    String stroke = "stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\" fill=\"none\"".formatted(
        COLOURS.get(n % COLOURS.size()), DASHES.get(n % DASHES.size()));
    String path = points.entrySet()
        .stream()
        .map(p -> String.format(Locale.ROOT, "%.1f,%.1f", x(p.getKey()), y(p.getValue())))
        .collect(Collectors.joining(" "));
    lines.add("<polyline points=\"%s\" %s/>".formatted(path, stroke));
    int y = HEIGHT - BOTTOM + 60 + 18 * n;
    lines.add("<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" %s/>".formatted(LEFT, y - 4, LEFT + 34, y - 4, stroke));
    lines.add(text(LEFT + 42, y, "start", name.replace("'", "’")));
  }

  private double x(double segments) {
    return LEFT + (Math.log10(segments) - least(xs())) / (most(xs()) - least(xs())) * (WIDTH - LEFT - RIGHT);
  }

  private double y(double millis) {
    return HEIGHT - BOTTOM
        - (Math.log10(millis) - least(ys())) / (most(ys()) - least(ys())) * (HEIGHT - BOTTOM - TOP);
  }

  private List<Double> xs() {
    return curves.values().stream().flatMap(c -> c.keySet().stream()).map(Integer::doubleValue).toList();
  }

  private List<Double> ys() {
    return curves.values().stream().flatMap(c -> c.values().stream()).toList();
  }

  private static int least(List<Double> values) {
    return (int) Math.floor(Math.log10(values.stream().mapToDouble(Double::doubleValue).min().orElse(1)));
  }

  private static int most(List<Double> values) {
    return (int) Math.ceil(Math.log10(values.stream().mapToDouble(Double::doubleValue).max().orElse(10)));
  }

  private static String line(double x1, double y1, double x2, double y2) {
    return String.format(Locale.ROOT, "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>", x1, y1,
        x2,
        y2);
  }

  private static String text(double x, double y, String anchor, String words) {
    return String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, words);
  }
}
