import GraphModel

/// Every heading and sentence of the page about an impact, in both languages.
struct ImpactPageTexts {
  let language: CaptionLanguage

  private func say(_ english: String, _ swedish: String) -> String { language == .swedish ? swedish : english }

  // MARK: Parts

  var skip: String { say("Skip to the content", "Hoppa till innehållet") }
  var contents: String { say("Contents", "Innehåll") }
  var summary: String { say("In figures", "I siffror") }
  var asked: String { say("What is asked", "Det som prövas") }
  var remarks: String { say("What should be known", "Att känna till") }
  var cures: String { say("What could take its place", "Vad som kan ersätta") }
  var picture: String { say("In a picture", "I en bild") }
  var decideFirst: String { say("Somebody must decide this first", "Någon måste avgöra detta först") }
  var nobody: String { say("Nobody responsible", "Ingen ansvarig") }
  var several: String { say("Several responsible", "Flera ansvariga") }
  var perCouncil: String { say("For each council", "För varje samordningsråd") }
  var all: String { say("All hits", "Alla träffar") }
  var reading: String { say("How to read this", "Så läser du") }
  var sources: String { say("Where this comes from", "Underlag") }

  // MARK: Tables

  var effect: String { say("Effect", "Följd") }
  var what: String { say("What", "Vad") }
  var why: String { say("Why", "Varför") }
  var steps: String { say("Steps", "Steg") }
  var responsible: String { say("Responsible", "Ansvarig") }
  var owner: String { say("Owner", "Ägare") }
  var total: String { say("Total", "Summa") }
  var kind: String { say("Kind", "Slag") }
  var area: String { say("Programme area", "Programområde") }
  var council: String { say("Council", "Samordningsråd") }
  var distinct: String { say("All, each counted once", "Alla, var och en räknad en gång") }
  var noArea: String { say("No programme area", "Inget programområde") }
  var already: String { say("already before", "redan tidigare") }
  var none: String { say("nobody", "ingen") }
  var hits: String { say("hits", "träffar") }
  func ofWhichAlready(_ count: Int) -> String {
    say("\(number(count)) of them already before", "varav \(number(count)) redan tidigare")
  }
  var byKind: String { say("Hits by kind and effect", "Träffar efter slag och följd") }
  var byArea: String {
    say(
      "Hits by programme area and effect; one in several areas is counted under each",
      "Träffar efter programområde och följd; en träff i flera områden räknas under vart och ett")
  }
  var byCouncil: String {
    say(
      "Hits by council and effect; one with several councils is counted under each",
      "Träffar efter samordningsråd och följd; en träff med flera råd räknas under vart och ett")
  }
  func left(_ shown: Int, of total: Int) -> String {
    say(
      "The worst \(number(shown)) of \(number(total)) are shown. The CSV of the impact and the lists have all.",
      "De \(number(shown)) svåraste av \(number(total)) visas. Alla finns i konsekvensanalysens CSV och i listorna.")
  }

  // MARK: Filter

  var filter: String { say("Filter", "Filtrera") }
  var anything: String { say("all", "alla") }
  var search: String { say("Text", "Text") }
  var reset: String { say("Show all", "Visa alla") }
  /// `%` stands for the number.
  var shownPattern: String { say("% shown", "% visas") }

  // MARK: Sentences

  var nothing: String { say("Nothing else is affected.", "Inget annat påverkas.") }
  var nothingButLosses: String {
    say(
      "Nothing breaks, but somebody must be appointed: see below.",
      "Inget går sönder, men någon måste utses: se nedan.")
  }
  var unknown: String {
    say(
      "Whether anything is affected is not known: the schema says nothing of what hangs on this.",
      "Om något påverkas är inte känt: schemat säger inget om vad som beror på detta.")
  }
  var unowned: String { say("left without anybody in a role", "utan någon kvar i en roll") }
  var decideNobody: String {
    say(
      "No council is responsible for these. Decide who acts before anything is retired.",
      "Inget samordningsråd ansvarar för dessa. Avgör vem som agerar innan något tas ur bruk.")
  }
  var decideSeveral: String {
    say(
      "Several councils are responsible for these together. Agree on which of them acts; they stand in the list of each.",
      "Flera samordningsråd ansvarar tillsammans för dessa. Kom överens om vilket som agerar; de står i vart och ett av rådens listor."
    )
  }
  var losses: String { say("Loses an owner or the like", "Förlorar ägare eller motsvarande") }
  var decideLosses: String {
    say(
      "What they have is retired. Decide who takes over where nobody is left.",
      "Den som de har tas ur bruk. Avgör vem som tar över där ingen är kvar.")
  }
  var loses: String { say("What it loses", "Vad som går förlorat") }
  var nobodyLeft: String { say("Who is left", "Vem är kvar") }
  var nobodyIsLeft: String { say("nobody", "ingen") }
  var somebodyIsLeft: String { say("somebody", "någon") }
  var contact: String { say("Contact", "Kontakt") }
  var noContact: String {
    say("The sources name no role to contact.", "Källorna anger ingen roll att kontakta.")
  }
  var retiredWord: String { say("is retired", "tas ur bruk") }
  var replacedBy: String { say("is replaced by", "ersätts av") }
  var curesIntro: String {
    say(
      "Proposals, best first. Nothing is replaced by itself.",
      "Förslag, de bästa först. Inget ersätts av sig självt.")
  }
  var refused: String { say("refused", "godtas inte") }
  var insteadOf: String { say("Instead of", "I stället för") }
  var pictureScroll: String { say("The picture; it can be scrolled", "Bilden; den kan rullas") }
  var pictureInWords: String {
    say(
      "The tables on this page say the same in words.", "Tabellerna på sidan säger samma sak i ord.")
  }

  func meaning(of effect: String) -> String {
    switch effect {
    case "broken":
      say(
        "It points at, or needs, something that is no longer there.",
        "Det pekar på, eller behöver, något som inte längre finns.")
    case "degraded":
      say("It goes on working, but rests on something that is gone.", "Det fungerar, men vilar på något som är borta.")
    case "review":
      say("Somebody should look whether it still holds.", "Någon bör se efter om det fortfarande stämmer.")
    case "repoint":
      say(
        "It only has to point at the replacement, and then all is well.",
        "Det behöver bara peka på ersättaren, så är allt väl.")
    default: ""
    }
  }
  var meaningOfSteps: String {
    say(
      "Steps: how many relationships lie between what is retired and the hit. The shortest chain is told.",
      "Steg: hur många samband som ligger mellan det som tas ur bruk och träffen. Den kortaste kedjan återges.")
  }
  var meaningOfAlready: String {
    say(
      "Already before: it was at least as bad before, because of something that is out of use.",
      "Redan tidigare: det var minst lika illa förut, på grund av något som redan är ur bruk.")
  }
  var meaningOfResponsible: String {
    say(
      "Responsible: the council that owns it; else those responsible for the area of the team that owns it, or for its "
        + "own area; for a design item else those of what it uses or contains.",
      "Ansvarig: samordningsrådet som äger det; annars de som ansvarar för det ägande teamets område, eller för dess "
        + "eget område; för designobjekt annars de som ansvarar för det som används eller ingår.")
  }

  // MARK: Numbers

  /// With its thousands apart, as the language writes it.
  func number(_ number: Int) -> String {
    var digits = Array(String(number.magnitude))
    for position in stride(from: digits.count - 3, to: 0, by: -3) {
      digits.insert(language == .swedish ? "\u{A0}" : ",", at: position)
    }
    return (number < 0 ? "−" : "") + String(digits)
  }
}
