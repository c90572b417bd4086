/// The words that the synthetic country's names are made of. None of it is a real organisation's.
enum CountryVocabulary {
  static let topics = words(
    """
    sepsis hjärtsvikt diabetes astma stroke pneumoni depression höftfraktur njursvikt epilepsi förmaksflimmer
    bröstcancer prostatacancer kolorektalcancer tuberkulos hepatit migrän demens delirium trycksår undernäring
    fallprevention smärta palliation vaccination graviditet förlossning neonatalvård allergi psoriasis osteoporos
    artros reumatism leukemi lymfom anemi trombos lungemboli hypertoni dialys transplantation glaukom katarakt
    tonsillit otit missbruk ätstörning schizofreni autism adhd rehabilitering läkemedelsgenomgång
    """)
  static let patients = words(
    "barn vuxna äldre gravida nyfödda ungdomar multisjuka immunsupprimerade inneliggande hemsjukvårdspatienter")
  static let settings = [
    "primärvården", "akutsjukvården", "slutenvården", "öppenvården", "hemsjukvården", "intensivvården",
    "kommunal vård", "ambulanssjukvården", "psykiatrin", "rehabiliteringen",
  ]
  static let activities = words(
    """
    utredning behandling uppföljning remittering bedömning vårdplanering omvårdnad diagnostik screening utskrivning
    """)
  static let documentTypes = [
    (type: "guideline", word: "Riktlinje"), (type: "routine", word: "Rutin"), (type: "pathway", word: "Vårdförlopp"),
    (type: "standard", word: "Standard"),
  ]
  static let areas = [
    "Akut vård", "Barn och ungdomars hälsa", "Cancersjukdomar", "Endokrina sjukdomar", "Hjärta och kärl",
    "Hud och könssjukdomar", "Infektionssjukdomar", "Kirurgi och plastikkirurgi", "Kvinnosjukdomar och förlossning",
    "Levnadsvanor", "Lung och allergi", "Mag och tarm", "Medicinsk diagnostik", "Nervsystemet", "Njur och urinvägar",
    "Perioperativ vård", "Primärvård", "Psykisk hälsa", "Rehabilitering", "Reumatiska sjukdomar", "Rörelseorganen",
    "Sällsynta sjukdomar", "Tandvård", "Äldres hälsa", "Ögonsjukdomar", "Öron näsa och hals",
  ]
  static let firstNames = words(
    "Anna Erik Maria Lars Karin Nils Eva Johan Åsa Björn Sara Per Ingrid Olof Lena Göran Ebba Östen Märta Sven")
  static let lastNames = words(
    """
    Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Åberg Öberg Ström Lind
    """)
  static let roles = [
    "läkare", "sjuksköterska", "verksamhetschef", "processledare", "handläggare", "apotekare", "dokumentansvarig",
  ]
  static let itemTiers = [
    (type: "folder", word: "Mapp"), (type: "care_plan", word: "Vårdplan"), (type: "order_set", word: "Ordinationsmall"),
    (type: "form", word: "Formulär"),
  ]
  static let outcomes = ["ok", "ok", "ok", "ok", "broken", "needs_review", "wrong_version"]

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
