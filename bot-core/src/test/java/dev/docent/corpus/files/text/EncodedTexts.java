package dev.docent.corpus.files.text;

import java.util.List;

/** Short texts with the encodings that such were written in, before UTF-8. */
public final class EncodedTexts {
  private EncodedTexts() {}

  /**
   * A text in its language.
   *
   * @param charsets the encodings it was written in
   */
  public record Sample(String language, String text, List<String> charsets) {}

  private static final List<String> CYRILLIC = List.of("windows-1251", "KOI8-R", "IBM866", "ISO-8859-5");
  private static final List<String> WESTERN = List.of("windows-1252", "IBM850");

  public static final List<Sample> ALL = List.of(
      new Sample("ru", "Склад закрыт до среды.", CYRILLIC),
      new Sample("ru", "Насос чинят в четверг. Запасные ключи лежат у сторожа.", CYRILLIC),
      new Sample("ru", "ВНИМАНИЕ! Ёлку привезут в пятницу, звонить по номеру 40-17.", CYRILLIC),
      new Sample("uk", "Ключі від сараю лежать під третьою сходинкою, їх видає сторож.",
          List.of("windows-1251", "KOI8-U")),
      new Sample("bg", "Лодките се дават под наем от десет часа сутринта.", List.of("windows-1251")),
      new Sample("de", "Die Fräse wird am Dienstag gewartet.", WESTERN),
      new Sample("de", "Der Schlüssel für den Prüfraum liegt beim Pförtner. Die Straße bleibt gesperrt.", WESTERN),
      new Sample("fr", "La clé de la réserve est accrochée derrière la fenêtre.", WESTERN),
      new Sample("fr", "Le marché ouvre à sept heures ; ça coûte trois euros.", WESTERN),
      new Sample("es", "¿Dónde está la llave del almacén? El guardián la tiene mañana.", WESTERN),
      new Sample("pt", "A reunião não é amanhã; começa às três horas na estação.", WESTERN),
      new Sample("it", "La biblioteca è aperta fino alle sei.", WESTERN),
      new Sample("sv", "Båten går från ön klockan åtta på kvällen.", WESTERN),
      new Sample("da", "Nøglen til kælderen hænger på væggen i køkkenet.", WESTERN),
      new Sample("pl", "Zapasowy klucz leży pod trzecim stopniem, a łódź stoi w szopie.",
          List.of("windows-1250", "ISO-8859-2", "IBM852")),
      new Sample("cs", "Klíče od kůlny leží pod třetím schodem, vydává je hlídač.",
          List.of("windows-1250", "ISO-8859-2")),
      new Sample("hu", "A tartalék kulcs a lépcső alatt van, az őr kéthetente nézi meg a fűtést.",
          List.of("windows-1250", "ISO-8859-2")),
      new Sample("tr", "Yedek anahtar merdivenin altında, bekçi onu sabah açıyor. Kayık iskelede değil.",
          List.of("windows-1254")),
      new Sample("lt", "Raktas nuo sandėlio guli po trečiuoju laiptu, jį išduoda sargas ąžuolyne.",
          List.of("windows-1257")),
      new Sample("el", "Το κλειδί της αποθήκης βρίσκεται κάτω από το τρίτο σκαλοπάτι.",
          List.of("windows-1253", "ISO-8859-7")),
      new Sample("he", "המפתח של המחסן נמצא מתחת למדרגה השלישית.", List.of("windows-1255")),
      new Sample("ar", "مفتاح المخزن موجود تحت الدرجة الثالثة عند الحارس.", List.of("windows-1256", "ISO-8859-6")),
      new Sample("th", "กุญแจห้องเก็บของอยู่ใต้บันไดขั้นที่สาม", List.of("x-windows-874")),
      new Sample("zh", "备用钥匙在看门人那里，仓库星期三开门。", List.of("GB2312", "GBK")),
      new Sample("zh", "船票十二元。", List.of("GB2312")),
      new Sample("zh-Hant", "備用鑰匙在看門人那裡，倉庫星期三開門。", List.of("Big5")),
      new Sample("zh-Hant", "圖書館下午六點關門。", List.of("Big5")),
      new Sample("ja", "予備の鍵は管理人が持っています。倉庫は水曜日に開きます。", List.of("Shift_JIS", "EUC-JP", "ISO-2022-JP")),
      new Sample("ja", "会議は金曜日の午後三時からです。", List.of("Shift_JIS", "EUC-JP", "ISO-2022-JP")),
      new Sample("ko", "예비 열쇠는 파란 캐비닛에 있습니다.", List.of("EUC-KR", "ISO-2022-KR")),
      new Sample("ko", "회의는 금요일 오후 세 시에 시작합니다.", List.of("EUC-KR")),
      new Sample("ru", "Собрание жильцов: 14 мая, 19:00, актовый зал. Явка обязательна!", CYRILLIC),
      new Sample("ru", "Ключ у вахтёра.", CYRILLIC),
      new Sample("ru", "Wi-Fi: сеть Gost, пароль на двери", CYRILLIC),
      new Sample("ru", "Таблица 1 │ Цена │ 40 руб.\n──────────┼──────\nМолоко    │ 62", List.of("IBM866")),
      new Sample("de", "Müllabfuhr", WESTERN),
      new Sample("de", "Öffnungszeiten: täglich 9–17 Uhr", List.of("windows-1252")),
      new Sample("fr", "Café fermé", WESTERN), new Sample("en", "The entry fee is £4, children £2.", WESTERN),
      new Sample("en", "It’s “closed” on Mondays – ask at the café.", List.of("windows-1252")),
      new Sample("es", "El niño está aquí", WESTERN),
      new Sample("pl", "Proszę zamknąć drzwi", List.of("windows-1250", "ISO-8859-2")),
      new Sample("cs", "Zasedání začíná v pět hodin odpoledne", List.of("windows-1250", "ISO-8859-2", "IBM852")),
      new Sample("tr", "Toplantı çarşamba günü saat dokuzda", List.of("windows-1254")),
      new Sample("hr", "Ključ je kod čuvara, a čamac u spremištu.", List.of("windows-1250", "ISO-8859-2")),
      new Sample("ro", "Cheia este la paznic, sub a treia treaptă în magazie şi în curte.", List.of("windows-1250")),
      new Sample("el", "Η συνέλευση αρχίζει στις επτά το βράδυ, ΠΡΟΣΟΧΗ.", List.of("windows-1253", "ISO-8859-7")),
      new Sample("zh", "会议改到周五下午三点。请带钥匙。", List.of("GB18030")),
      new Sample("zh", "锅炉维修电话：5512", List.of("GBK")),
      new Sample("zh-Hant", "鍋爐維修電話：5512，請找林先生。", List.of("Big5")),
      new Sample("ja", "ボイラーの修理は林さんに電話してください。内線5512", List.of("Shift_JIS", "EUC-JP")),
      new Sample("ko", "보일러 수리: 내선 5512, 담당자 김민수", List.of("EUC-KR")),
      new Sample("ko", "배표는 열두 원입니다.", List.of("EUC-KR")));
}
