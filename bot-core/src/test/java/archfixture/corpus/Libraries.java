package archfixture.corpus;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.chat.ChatModel;
import opennlp.tools.langdetect.LanguageDetectorME;
import org.apache.james.mime4j.dom.Body;
import org.apache.lucene.search.Query;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.tika.parser.Parser;
import org.assertj.core.api.Descriptable;
import org.commonmark.node.Node;
import org.jsoup.nodes.Element;
import org.springframework.core.env.Environment;
import com.fasterxml.jackson.core.JsonFactory;
import org.yaml.snakeyaml.Yaml;
import sun.misc.Signal;

/** Uses every library where it may not be used, and one that has no room at all. */
public interface Libraries {
  Query lucene();

  ChatModel langchain4j();

  Environment spring();

  Yaml snakeyaml();

  JsonFactory jackson();

  LanguageDetectorME opennlp();

  Node commonmark();

  OrtSession onnxruntime();

  HuggingFaceTokenizer djl();

  Parser tika();

  XWPFDocument poi();

  PDDocument pdfbox();

  Signal signals();

  Body mime4j();

  Element jsoup();

  Descriptable<?> unknown();
}
