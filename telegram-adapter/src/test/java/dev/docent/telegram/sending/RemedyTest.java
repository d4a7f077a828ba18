package dev.docent.telegram.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.telegram.api.ApiFault;
import dev.docent.telegram.sending.Call.Effort;
import dev.docent.telegram.store.MessagePart;
import dev.docent.telegram.text.Span.Kind;
import dev.docent.telegram.text.Styled;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.methods.GetMe;

/** What is done about a fault, whatever Telegram and the way to it come up with. */
class RemedyTest {
  private static final MessagePart PART = MessagePart.of(Styled.builder().add(Kind.BOLD, "x").build());
  private static final Call MESSAGE = Call.message(-5, 7, null, PART);
  private static final Call EDIT = Call.edit(-5, 3, PART);
  private static final Call REPEATED = Call.of(Effort.REPEATED, -5, new GetMe());
  private static final Call ONCE = Call.of(Effort.ONCE, -5, new GetMe());
  private static final ApiFault NOT_SENT = new ApiFault.NotSent("no route");
  private static final ApiFault UNCLEAR = new ApiFault.Unclear("cut");

  private static ApiFault.Refused refused(int code, String description) {
    return new ApiFault.Refused(code, description, null, null);
  }

  private static Remedy.Again again(ApiFault fault, Call call) {
    if (Remedy.of(fault, call) instanceof Remedy.Again again) {
      return again;
    }
    throw new AssertionError(call + " is not made again after " + fault);
  }

  @Test
  void aMessageThatNeverLeftIsTriedForEverWithPausesThatGrow() {
    Call call = MESSAGE;
    Duration last = Duration.ZERO;
    for (int i = 0; i < 20; i++) {
      Remedy.Again again = again(NOT_SENT, call);
      assertThat(again.pause()).isBetween(last, Duration.ofSeconds(60));
      last = again.pause();
      call = again.call();
    }
  }

  @Test
  void onlyWhatDoesNoHarmTwiceIsMadeAgainWhenItMayHaveArrived() {
    assertThat(Remedy.of(UNCLEAR, MESSAGE)).isEqualTo(new Remedy.GiveUp());
    assertThat(Remedy.of(UNCLEAR, ONCE)).isEqualTo(new Remedy.GiveUp());
    for (Call call : new Call[]{EDIT, REPEATED}) {
      Call next = call;
      for (int i = 0; i < 3; i++) {
        next = again(UNCLEAR, next).call();
      }
      assertThat(Remedy.of(UNCLEAR, next)).isEqualTo(new Remedy.GiveUp());
    }
  }

  @Test
  void aFloodIsWaitedForButByWhatNobodyMisses() {
    var fault = new ApiFault.Refused(429, "Too Many Requests", Duration.ofSeconds(3), null);
    assertThat(Remedy.of(fault, MESSAGE)).isEqualTo(new Remedy.Wait(Duration.ofSeconds(3), true));
    assertThat(Remedy.of(fault, ONCE)).isEqualTo(new Remedy.Wait(Duration.ofSeconds(3), false));
    assertThat(Remedy.of(refused(429, "Too Many Requests"), EDIT)).isEqualTo(
        new Remedy.Wait(Duration.ofSeconds(5), true));
  }

  @Test
  void onlyANewMessageFollowsAGroupThatHasMoved() {
    var fault = new ApiFault.Refused(400, "upgraded to a supergroup", null, -1005L);
    assertThat(Remedy.of(fault, MESSAGE)).isEqualTo(new Remedy.Move(-1005, true));
    assertThat(Remedy.of(fault, EDIT)).isEqualTo(new Remedy.Move(-1005, false));
    assertThat(Remedy.of(fault, MESSAGE.in(-1005))).isEqualTo(new Remedy.GiveUp());
  }

  @Test
  void aChatThatIsClosedIsLeftAndACallAboutNoChatClosesNone() {
    assertThat(Remedy.of(refused(403, "bot was blocked by the user"), ONCE)).isEqualTo(new Remedy.Leave());
    assertThat(Remedy.of(refused(400, "chat not found"), Call.of(Effort.REPEATED, 0, new GetMe()))).isEqualTo(
        new Remedy.GiveUp());
  }

  @Test
  void whatTelegramCannotPlaceOrFormatGoesOnceWithoutIt() {
    Call elsewhere = again(refused(400, "message thread not found"), MESSAGE).call();
    assertThat(elsewhere).returns(null, Call::thread);
    assertThat(Remedy.of(refused(400, "message thread not found"), elsewhere)).isEqualTo(new Remedy.GiveUp());
    Call plain = again(refused(400, "can't parse entities"), EDIT).call();
    assertThat(plain).returns(true, Call::plain);
    assertThat(Remedy.of(refused(400, "can't parse entities"), plain)).isEqualTo(new Remedy.GiveUp());
  }

  @Test
  void aFaultOfTelegramsOwnIsForgivenAMessageOnce() {
    Call next = again(refused(500, "Internal"), MESSAGE).call();
    assertThat(Remedy.of(refused(502, "Bad Gateway"), next)).isEqualTo(new Remedy.GiveUp());
    assertThat(Remedy.of(refused(500, "Internal"), ONCE)).isEqualTo(new Remedy.GiveUp());
  }

  @Test
  void whatIsAlreadyAsItShouldBeIsSettled() {
    assertThat(Remedy.of(refused(400, "Bad Request: message is not modified"), EDIT)).isEqualTo(new Remedy.Settled());
  }
}
