//! Given names of Ukraine, Russia and their neighbours: which spellings are one name, and which father a patronymic names.
//!
//! The list holds formal names in Ukrainian and Russian, and the Latin forms that no table of transliteration makes
//! from either. It is no list of people: it says that Олександр, Александр and Alexander are one name, and that a column of
//! such words is one of given names.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use xxhash_rust::xxh3::Xxh3Builder;

use crate::text::translit::skeleton;

/// Names of men: each line one name, its spellings divided by blanks; behind a `+` stems of the patronymic that do not
/// follow from a spelling.
///
/// # Source
/// Pairs of names in two official languages as registers of civil status give them in both; patronymics: Ukrainian
/// Orthography 2019, section 32. Common Latin forms: usage.
const MEN: &str = "\
Олександр Александр Alexander Alexandr Alexsandr Aleksander Oleksander
Олексій Алексей Alexey Alexei Alexiy Alexy Oleksy
Анатолій Анатолий Anatoly Anatol
Андрій Андрей Andrew Andrii
Антон Anthony
Аркадій Аркадий
Арсен
Арсеній Арсений
Артем Артём Artyom
Артур Arthur
Богдан
Борис
Вадим
Валентин
Валерій Валерий Valery
Василь Василий Vasily Vasyl
Віктор Виктор Victor Viktor
Віталій Виталий Vitaly
Владислав
В'ячеслав Вячеслав Viacheslav
Володимир Владимир Wladimir
Всеволод
Гаврило Гаврил Гавриил
Геннадій Геннадий Gennady Genadiy
Георгій Георгий George Georgy
Гліб Глеб
Григорій Григорий Gregory +ГРИГОР
Давид David
Данило Данил Даниил Daniel Danil +ДАНИЛ ДАНИИЛ
Денис Dennis
Дмитро Дмитрий Dmitry Dimitri Dmytro
Едуард Эдуард Edward Eduard
Євген Евгений Eugene Evgen Evgeny Yevgeny
Захар
Зиновій Зиновий
Іван Иван
Ігор Игорь Igor
Ілля Илья Ilya Elijah +ІЛ ІЛЛ ИЛЬ
Йосип Иосиф Осип Joseph Yosyp +ЙОСИП ИОСИФ ОСИП
Кирило Кирилл Cyril Kirill
Костянтин Константин Constantine Constantin
Кузьма
Лев Leo +ЛЬВ
Леонід Леонид
Лука Luke
Лук'ян Лукьян
Любомир
Макар
Максим Maxim Maksym Maxym
Марк Mark Marc
Мар'ян Марьян Marian
Матвій Матвей Matthew
Микита Никита Nikita Mykyta
Микола Николай Nicholas Nikolay Nikolai Nicolas Mykola
Мирослав
Митрофан
Михайло Михаил Michael Mixail Myxajlo Mychajlo Mykhailo Mihail
Назар
Назарій Назарий
Нестор
Олег Oleh
Омелян Емельян
Онисим
Орест
Остап
Павло Павел Paul Pavel Pavlo
Пантелеймон
Петро Пётр Петр Peter Petr Petro Piotr
Пилип Филипп Philip
Платон
Прохор
Радислав
Ринат
Роман
Ростислав
Руслан
Савва +САВ САВЕЛ
Святослав
Семен Семён Simon
Сергій Сергей Serge Sergey Sergei Serhiy
Соломон
Станіслав Станислав Stanislaw
Степан Stephan Stephen
Тарас
Тимофій Тимофей Timothy
Тимур
Трохим Трофим
Федір Фёдор Федор Theodor Fedir Fyodor
Фелікс Феликс Felix
Хома Фома Thomas
Юліан Юлиан
Юрій Юрий Yuri Yury
Юхим Ефим
Яким Аким
Яків Яков Jacob Iakiv +ЯК ЯКОВЛ ЯКІВ
Ян
Ярослав Jaroslaw
Азамат
Айбек
Акмаль
Алішер Алишер
Асан
Бакит Бакыт
Бекзат
Данияр
Ельдар Эльдар
Ернест Эрнест
Жаныш
Ібрагім Ибрагим
Ісмаїл Исмаил
Кубанычбек
Марат
Мурат
Нурлан
Рашид
Рустам
Талант
Темір Темир
Улан
Ермек Эрмек";

/// Names of women, as [`MEN`].
const WOMEN: &str = "\
Олександра Александра Alexandra
Алла
Альона Алёна Alyona Aliona
Аліна Алина
Аліса Алиса Alice
Анастасія Анастасия Anastasia Nastasia
Ангеліна Ангелина
Анжела Angela
Анжеліка Анжелика Angelika
Антоніна Антонина
Валентина
Валерія Валерия Valeria
Варвара Barbara
Василина
Віра Вера
Вероніка Вероника
Вікторія Виктория Victoria Viktoria
Віталіна Виталина
Віолетта Виолетта
Ганна Анна Anna Hanna Anne Ann
Галина
Дарина
Дар'я Дарія Дарья Дария Daria Darya
Діана Диана
Ева Єва Eve
Євгенія Евгения Eugenia
Евеліна Эвелина
Єлизавета Елизавета Elizabeth Yelyzaveta
Емілія Эмилия Emilia
Жанна
Зінаїда Зинаида
Злата
Зоряна
Зоя
Інна Инна
Іванна
Ірина Ирина Irene Iryna Irina
Камілла Камилла Camilla
Катерина Екатерина Catherine Katherine Ekaterina Caterina
Кіра Кира
Клавдія Клавдия
Христина Кристина Christina Kristina
Ксенія Ксения Аксинья Xenia Kseniia
Лариса Larissa
Леся
Лідія Лидия Lydia
Ліля Лилия Лілія Lilia
Любов Любовь
Людмила Ludmila Ludmyla
Маргарита Margaret
Марина
Марія Мария Марья Maria Mary Mariya
Мар'яна Марьяна
Марта Marfa
Мілана Милана
Мирослава
Надія Надежда Nadejda Nadia
Наталія Наталья Наталія Natalia Natalie Nataliya
Неля Нелли Неллі
Ніна Нина
Оксана Oxana
Олена Елена Helen Helena Olena Elena Yelena
Олеся Олесья
Ольга Olga Olha
Поліна Полина Pauline
Раїса Раиса
Регіна Регина
Римма
Роксолана
Руслана
Світлана Светлана
Соломія Соломия
Софія София Софья Sophia Sofia Sofya
Стефанія Стефания
Таїсія Таисия
Тамара
Тетяна Татьяна Tatiana Tatyana
Уляна Ульяна
Юліана Юлиана
Юлія Юлия Julia Yulia Ulia
Яна
Ярина
Ярослава
Айгуль
Айнура
Бермет
Гульнара
Жылдыз
Нургуль";

/// One name: its sign in match keys.
struct Given {
    /// Skeletons of spellings to the number of the name, men's from 0 on, women's behind them.
    names: HashMap<Vec<u8>, u16, Xxh3Builder>,
    /// Skeletons of patronymics without their ending to the number of the father's name.
    fathers: HashMap<Vec<u8>, u16, Xxh3Builder>,
    /// By number: the skeleton of the first spelling.
    signs: Vec<Vec<u8>>,
    men: u16,
}

static GIVEN: LazyLock<Given> = LazyLock::new(|| {
    let mut given = Given { names: HashMap::default(), fathers: HashMap::default(), signs: Vec::new(), men: 0 };
    for (list, men) in [(MEN, true), (WOMEN, false)] {
        for line in list.lines() {
            let number = given.signs.len() as u16;
            let (spellings, stems) = line.split_once('+').unwrap_or((line, ""));
            for spelling in spellings.split_whitespace() {
                let sounds = of(spelling);
                if given.signs.len() == usize::from(number) {
                    given.signs.push(sounds.clone());
                }
                if men {
                    given.fathers.entry(stem(&sounds).to_vec()).or_insert(number);
                }
                given.names.entry(sounds).or_insert(number);
            }
            for explicit in stems.split_whitespace() {
                given.fathers.insert(of(explicit), number);
            }
        }
        if men {
            given.men = given.signs.len() as u16;
        }
    }
    given
});

fn of(word: &str) -> Vec<u8> {
    let mut out = Vec::new();
    skeleton(word.as_bytes(), &mut out);
    out
}

/// The name without the vowels at its end: what stands before the ending of a patronymic.
fn stem(sounds: &[u8]) -> &[u8] {
    let end = sounds.iter().rposition(|sound| !b"AEIOU".contains(sound)).map_or(0, |at| at + 1);
    &sounds[..end]
}

/// The one sign of a given name, by the skeleton of any of its spellings; `None` for names that are not listed.
pub fn sign(skeleton: &[u8]) -> Option<&'static [u8]> {
    let given = &*GIVEN;
    Some(&given.signs[usize::from(*given.names.get(skeleton)?)])
}

/// The sign of the father's name, by the skeleton of a patronymic less its ending (see [`super::person::father`]);
/// `None` for names that are not listed.
pub fn father_sign(without_ending: &[u8]) -> Option<&'static [u8]> {
    let given = &*GIVEN;
    let number = given.fathers.get(stem(without_ending))?;
    Some(&given.signs[usize::from(*number)])
}

/// Whether a listed name is a man's, by the skeleton of any of its spellings; `None` for names that are not listed.
pub fn is_male(skeleton: &[u8]) -> Option<bool> {
    let given = &*GIVEN;
    Some(*given.names.get(skeleton)? < given.men)
}

/// Whether a word (UTF-8, any case and alphabet) is a listed given name.
pub fn is_listed(word: &[u8]) -> bool {
    let mut sounds = Vec::with_capacity(word.len());
    skeleton(word, &mut sounds);
    GIVEN.names.contains_key(&sounds) || EASTERN.contains(&sounds) || is_worldly(word)
}

/// Common given names of the rest of the world in Latin letters, in the order of their bytes: they tell that a column holds
/// names, no more. Words that are better known as something else (months, towns, surnames) are left out.
///
/// # Source
/// General knowledge of the commonest names in the registers of births of the United States, the United Kingdom, Germany,
/// France, Italy, Spain, Poland, Turkey and others; none is a person's.
const WORLD: &str = "\
    aaron abigail achim adam adela adele adelheid adolfo adrian adriana adrien adrián adéla agata agathe agnes \
    agnese agnieszka agustín ahmed ahmet aimee aisha alain alan albert alberto albrecht aldo alec alejandra \
    alejandro aleksander aleksandra alena alessandra alessandro alessia alex alexandra alexandre alexandria \
    alexandru alexis aleš alfonso alfred alfredo ali alice alicia alicja alina alison alix allen allison alwin \
    alyssa alžběta amalia amanda amber amelie amit amparo amy ana anais anastazja anders andre andrea andreas andree \
    andrei andrew andris andrzej andré aneta anežka angela angelica angelika angelo ania aniela anita anja anjali \
    anke ann anna annamaria anne anneliese annemarie annett annette annibale anouk anthony antje antoine antoinette \
    antonella antoni antonia antonina antonio antonín apolonia araceli archie ariana arianna arielle arjun arkadiusz \
    armin arnaldo arnaud arne arnold arthur artur arturo ashlee ashley astrid audrey augustin aurelie aurelio \
    aurélie austin axel ayse azucena barbara barbora bartlomiej bartosz bartłomiej bastien beata beate beatrice \
    beatriz becky begoña belinda belén benedetta benedikt benito benjamin benno benoit benoît bernadette bernard \
    bernardo bernd bernhard berthold bertrand bettina betty beverly billy birgit birgitta björn blanka blazej bobby \
    bogdan boguslaw bogusław bohumil bonnie bozena bożena božena brad bradford bradley brandi brandon breanna brenda \
    brent brett brian briana brigitte britta brittany brittney bruce bruna bruno bryan bryce burkhard bárbara bärbel \
    błażej caitlin caleb calogero calvin cameron camila camilla camille candace candice capucine carina carl carla \
    carlo carlos carmela carmelo carmen carol carolin caroline carolyn carrie carsten casey cassandra cassidy cassie \
    catalina caterina catherine cathy catrin cayetana cecile cecilia cedric celia celine cesar cezary chad chantal \
    charles charlie charlotte chelsey cheryl chiara chloe christa christel christelle christian christiane christie \
    christina christine christophe christopher christy cindy cinzia claire clarence claudia claudio clemence clément \
    cody colette colin colleen colton concetta connie connor corey corinne cornelia cornelius corrado cory courtney \
    craig cristian cristiano cristina cristóbal curtis cynthia cyril czeslaw czesław cécile cédric céline césar \
    dagmar dagmara dalibor damian damon dana daniel daniela daniele danielle danièle danny danuta darius dariusz \
    darlene darrell darren darryl dave david davide dawid deanna debora deborah debra deepak delphine denise dennis \
    derek derrick desiree detlef devin devon diana diane didier diego dieter dietmar dillon dimitar dirk dolores \
    domenico dominic dominik dominika dominique donald donatella donna doris dorota dorothy douglas dustin dwayne \
    dylan eberhard eckhard eddie edeltraud edgar edith edoardo eduardo edward edwin edyta egon ehrenfried elaina \
    elaine elena eleonora elfriede eliane elif elijah elisa elisabeth elisabetta elise eliza elizabeth eliška elke \
    ellen elvira elzbieta elżbieta emanuele emil emilia emiliano emilie emilio emily emine emma emmanuel emmanuelle \
    emre engelbert enrico enrique enzo eric erica erich erik erika erin erna ernest ernesto ernst erwin eryk esteban \
    esther ethan etienne ettore eugen eugene eugenia eugenio eugeniusz eusebio eustachy eva evan evelin evelyn \
    evelyne ewa fabian fabien fabio fabiola fabrice fabrizio fatima fatma faustino fausto federica federico felicia \
    felipe felix ferdinand ferdinando fermín fernanda fernando filip filippo fiorella flavia flavio florian franca \
    frances francesca francesco francisca francisco franciszek franco francoise frank františek franz franziska \
    françois françoise frauke fred freddie frederic frederick friederike friedrich fritz fryderyk frédéric \
    frédérique fátima félix gabriel gabriela gabriele gabriella gabrielle gaetano gail garrett gary gavin genevieve \
    geneviève genowefa geoffrey georg george georges georgi gerald gerardo gerd gerda gerhard gerlinde germán \
    gertrud gheorghe giacomo gianfranco gianluca gianni gianpaolo giesela gilbert gilles gina gioacchino giorgia \
    giorgio giovanna giovanni gisela giulia giuliana giuliano giulio giuseppe giuseppina gloria gonzalo grace \
    graciela graham graziella grazyna grażyna greg gregorio gregory grzegorz grégoire grégory guadalupe gudrun \
    guenter guglielmo guido guillaume guillermo gunther gustavo gustaw gwendolyn gérard günter günther hailey haley \
    halina hana hanna hannah hanne hannelore hannes hanno hans harold harry hartmut hartwig hasan hassan hatice \
    heather hector hedwig heidi heidrun heike heiko heiner heinrich heinz helen helena helga helge helmut helmuth \
    henning henri henriette henrik henry henryk herbert hermann hermine hilario hilde hildegard holger horst \
    hortense hubert hugo hugues hui huseyin héctor hélène ian ibrahim ignacio ignacy ilaria ilona ilse ilze imke \
    ines inge ingeborg ingo ingrid inès inés ioana ion irena irene ireneusz iris irma irmgard irmtraud isaac isabel \
    isabella isabelle isaiah isidro italo ivan ivana iveta ivo iván iwo iwona izabela jacek jack jaclyn jacob \
    jacqueline jacques jadwiga jaime jake jakub james jamie jan jana janet janice janina janis janusz jared jari \
    jarmila jaromír jaroslav jaroslava jaroslaw jarosław jasmin jasmine jason javier jean jeanne jedrzej jeff \
    jeffery jeffrey jenna jennifer jenny jens jeremy jermaine jerome jerry jerzy jesse jessica jessika jill jillian \
    jim jimmy jindřich jing jiri jitka jiřina jiří joachim joan joann joanna joao joaquín jocelyn jochen jodi joe \
    joel johan johann johanna johannes john johnny jolanta jon jonas jonathan jonathon jordan jordi jorge jose josef \
    josefa josefine joseph josephine josette joshua josiah josue josé joséphine joyce jozef jozefa joël juan juana \
    judith judy juha jules julia julian juliana julie julien juliette julio julita julián jurgen justin justyna \
    jutta jérôme józef józefa jörg jörn jürgen jędrzej kacper kaitlin kaitlyn kaja kajetan kalina kamil kamila kara \
    karel karen karin karina karl karla karlheinz karol karola karolina karolína karsten katarzyna katelyn kateřina \
    katharina katherine kathleen kathrin kathryn kathy katie katja katrin katrina kayla kazimierz keith kelli kelly \
    kelsey kendra kenneth kenny kerry kerstin kevin khalid kiara kimberly kinga kirk kirsten klara klaus klára knut \
    konrad korinna kornel kornelia krista kristen kristi kristie kristin kristina kristine kristopher kristy \
    kristýna krystal krystian krystyna krzysztof ksawery květa kyle kylie lacey ladislav laetitia larry lars latoya \
    laura laure lauren laurence laurent laurie lawrence lea leah leandro lena leni lenka leo leon leonard leonardo \
    leonie leonor leopold leoš leroy leslie leszek leticia letizia li libor libuše lidia lieselotte liisa liliana \
    linda lindsay lindsey lisa livia lloyd logan loredana lorena lorenzo loretta lori lothar louis lubomír luboš \
    luca lucas lucia luciana luciano lucie lucien lucjan lucrezia lucy lucyna lucía ludger ludmila ludovica ludwig \
    ludwik luděk luigi luigina luis luise lukas lukasz luke lukáš lutz lydia lydie lynn léa léon maciej mackenzie \
    madeleine madeline madison magdalena magdaléna magnus maik maike maja makayla maksymilian malgorzata mallory \
    malte malwina mandy manfred manon mantas manuel manuela marc marcel marcela marcelina marcelino marcella \
    marcelle marcello marcia marcin marco marcos marcus mareike marek maren margaret margarete margarita margaux \
    margit margot margret marguerite margus maria mariana marianna marianne mariano maribel marica marie marika \
    marilyn marina marine mario marion marisa marisol marissa mariusz marián mark marko markus markéta marlena \
    marlene marlies marlis marta martha marthe martin martina martine martín marvin mary maryam maría massimo \
    mateusz mathew mathias mathieu mathilde matilde matteo matthew matthias matthieu matti mattia matěj maura \
    maureen maurice mauricio maurizio mauro maurycy maxime maximilian małgorzata mckenzie meagan megan meghan mehmet \
    meike melania melanie melinda melissa meredith merve micaela michael michaela michal michalina micheal michel \
    michela michele michelle michèle mieczyslaw mieczysław miguel mihaela mihai mika mikolaj mikołaj milada milan \
    milena miloslav milosz miloš ming miranda mirella mirjam mirko miroslav miroslaw mirosław mitchell miłosz \
    mohammed molly monica monika monique montserrat morgan moritz muhammad murat muriel mustafa mónica nadine nadja \
    naděžda nancy natalia natalie natasha natasza nathalie nathan nathaniel neil nele nicholas nico nicola nicolas \
    nicole nicoletta nicolás nicolò niels niklas nikodem nikola nikolay nils nina noah noelia nora norbert norma \
    nuria odette olaf oldřich olga oliver olivia olivier oliwia oliwier omar ondřej orazio oscar oskar osman osvaldo \
    otakar ottavio ottilie otto pablo paige pam pamela paola paolo paquita pascal pascale pasquale patrice patricia \
    patricio patrick patrik patrizia patryk patty paul paula paulette paulina pauline paulino pavla pavlína pawel \
    paweł pedro peggy peter petra philip philipp philippe philippine phillip phyllis piero pierre pietro pilar piotr \
    pooja priscilla priya przemyslaw przemysław rachael rachel radek radim radka radomír radoslaw radosław rafael \
    rafaela rafal rafał raffaele raffaella rahul raimundo rainer raj ralf ralph ramiro ramon ramona ramón randall \
    randy raoul raphael raquel rasa raymond raúl rebeca rebecca regina reginald reiner reinhard reinhold remigiusz \
    renata renate renato renaud rene renee rené renée rhonda ricardo riccardo richard rick ricky rita robert roberta \
    roberto rocco rodney rodolfo rodrigo rogelio roger roksana roland rolf romain romy román ronald ronnie ronny \
    rosalía rosaria rosario rosel rosemarie rosina rossana rostislav roswitha roy rozalia ruben rudolf ruediger \
    ruggero russell ruth ryan ryszard régine rémi rémy róża rüdiger růžena sabine sabrina sally salvatore samantha \
    samuel sandra sandro sanjay sara sarah sascha saskia scott sean sebastian sebastián selina serena serge sergio \
    seth shane shannon sharon shaun shawn shawna sheena sheila shelby shelia shelley shelly sherri sherry shirley \
    siegbert siegfried siegmund sigmar sigrid sigrun silke silvana silvia silvio simon simona simone simón slavica \
    slawomir sofia sofía solange sonia sonja sophia sophie soňa stacey stacie stacy stanislava stanislaw stanisław \
    stefan stefania stefanie stefano steffen stephan stephanie stephen steve steven stoyan stuart stéphane stéphanie \
    sunita susan susana susanna susanne suzanne sven svenja swantje swetlana sylke sylvain sylvia sylvie sylwester \
    sylwia szymon sébastien sławomir tabitha tadeusz tadeáš tamara tammie tammy tanja tanya tara tasha tatjana \
    teodor teodoro teresa tereza terrance terrence terry theo theodor theresa thibaut thierry thilo thomas thorsten \
    théodore thérèse tiago tiffany tiina timo timoteo timothy tina tino tiziana tobias todd tom tomas tomasz tommaso \
    tommy tomás tomáš toni tonya toomas toralf torsten tracey traci tracie tracy traude traugott traute travis \
    trevor tristan trude tullio tuula tyler tymon tymoteusz udo ugo ulla ulrich ulrike umberto ursula urszula uta \
    ute uwe valentin valentina valentine valerie valérie vanessa vasile vendula vera verena vernon veronica veronika \
    verónica vicente vicki vickie victor victoria vijay viktor viktorie vincent vincenzo virgilio virginia virginie \
    vittoria vittorio vivian viviana vladimír vladimíra vlastimil vojtěch volker václav véronique víctor věra waclaw \
    wacław waldemar walter walther waltraud waltraude waltraut wanda wayne wei wendy wenke werner weronika wesley \
    whitney wieslaw wieslawa wiesław wiesława wiktor wiktoria wilfried wilhelm wilhelmine willi william willie willy \
    wilma witold wladyslaw wlodzimierz wojciech wolfgang wolfram władysław włodzimierz xavier xenia xin yann yannick \
    yesenia yolanda yusuf yves yvette yvonne zachary zainab zbigniew zbyněk zdenka zdeněk zdeňka zdzislaw zdzisław \
    zenon zeynep zofia zoé zuzana zuzanna zygmunt álvaro ángel ángela ángeles élise émilie éric étienne óscar úrsula \
    łukasz štefan štěpán štěpánka šárka žaneta";

/// Common given names of Kyrgyzstan, Kazakhstan, Uzbekistan and their neighbours as they are written there, as [`WORLD`];
/// compared by their skeletons.
///
/// # Source
/// General knowledge of the commonest names in the registers of births of these countries; none is a person's.
const EAST: &str = "\
    абдулла абдыкадыр абылай адилет адиль адина ажар азамат азиз азиза айбек айгерим айгерім айгуль айгүл айдана \
    айдар айжан айзада айнагул айнур айнура айнұр айпери айсулу айтбек акбар акжол акылбек алибек алижан алихан алия \
    алмагуль алмаз алмас алмира алтынай алтынбек алуа алымбек аман амангельды амина амир анара анвар арай арман \
    арсен арслан арстан арсыстан асель асем асет аскар асхат асылбек асқар ахмед аяна аятбек бакыт бакытбек балжан \
    батырбек бауыржан баян бақыт бақытжан бегимай бейшен бекболот бекжан бекзат бектур бермет болот бубусара бүбү \
    бәкір венера гаухар гулзада гулзат гулмира гульбарчын гульжан гульмира гульназ гульнар гульнара гульнур гульсара \
    гульшат гүлжан гүлмира гүлнар гүлнәр гүлсім дамир данара данияр дархан дастан даурен джамиля джумабек дилноза \
    дилшод динара досжан дуйшен дулат дінмұхамед дүйшөн дәулет дәурен ербол ерболат ергали ержан еркебулан еркин \
    ерлан ермек ернар ерсін жазгуль жаксылык жамиля жанар жанара жанат жандос жанибек жания жанна жансая жаныбек \
    жаныл жанылай жаркын жасмин жасур жибек жолдош жулдуз жумабай жумабек жусуп жылдыз жылдызбек жыргал жұлдыз \
    зайнаб замира зарема зарина зульфия ибрагим ибраим илхом ислам исмаил исмат кабыл каиргельды кайрат камила канат \
    каныбек каныкей каныш карлыгач керимбек кубаныч кубанычбек кубат кундуз куралай курманбек кыял кыялбек лаура \
    лейла ләззат магжан мадина мадияр максат малика манзура марат маржан медер мейрамгуль меруерт мирбек мирзо \
    мирлан молдир мунара мурат муса мухаммед мээрим мұрат мұхтар мөлдір нагима назгуль назерке назик назира назым \
    наргиза нариман насиба нигора нодира нурай нурбек нурбол нургазы нургуль нуржамал нуржан нурзат нурия нуркыз \
    нурлан нурсултан нұргүл нұржан нұрлан нұрсұлтан ойбек олжас омар омурбек орозбек равиль равшан райхан рашид \
    ринат рустем рыскуль сабина сабыр сагын салават салима салтанат самал самат санжар сардор сауле саят сезим сейит \
    серик серік сымбат сәуле таалай таалайбек талгат тахмина темирбек темирлан темір тимурлан токтобек толгонай \
    толкын толқын томирис туратбек турдубек турсун улан улугбек умида фарход фатима феруза ханзада чинара чолпон \
    чолпонай чынара чынгыз шайлоо шамиль шахло шахноза шерзод шухрат эдил элдияр элина элмира элнура эльвира эльдар \
    эльмира эльнура эмиль эркин эркингул эсенбек юлдуз юсуф ясмина қайрат қайсар қанат қуаныш қуат ұлан ұлдай әділ \
    әлия әсем өмүрбек";

/// The skeletons of [`EAST`].
static EASTERN: LazyLock<HashSet<Vec<u8>, Xxh3Builder>> = LazyLock::new(|| EAST.split_whitespace().map(of).collect());

/// The words of [`WORLD`].
static WORLDLY: LazyLock<HashSet<&'static str, Xxh3Builder>> = LazyLock::new(|| WORLD.split_whitespace().collect());

fn is_worldly(word: &[u8]) -> bool {
    std::str::from_utf8(word).is_ok_and(|word| WORLDLY.contains(word.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_world_are_listed_once_and_lower_case() {
        let words: Vec<&str> = WORLD.split_whitespace().collect();
        assert!(words.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(words.iter().all(|word| word.chars().all(|letter| letter.is_lowercase())));
        let east: Vec<&str> = EAST.split_whitespace().collect();
        assert!(east.windows(2).all(|pair| pair[0] < pair[1]));
        for name in ["Қайрат", "КАЙРАТ", "Aigerim", "Айжан", "Grzegorz", "Łukasz", "JÜRGEN", "Karolina"]
        {
            assert!(is_listed(name.as_bytes()), "{name}");
        }
        for word in ["КИЇВ", "БІШКЕК", "АКТИВНИЙ", "ЗРАЗКОВА", "Summer", "Sierra", "ТОВАР", "ПАРОЛЬ", "Дніпро", "Нарын"]
        {
            assert!(!is_listed(word.as_bytes()), "{word}");
        }
        assert!(is_listed(b"JAMES") && is_listed(b"Giulia") && !is_listed(b"BLUE") && !is_listed(b"GARDEN"));
    }

    /// No spelling leads to two names, and no stem to two fathers.
    #[test]
    fn every_spelling_is_of_one_name() {
        let (mut names, mut fathers) = (HashMap::new(), HashMap::new());
        for line in MEN.lines().chain(WOMEN.lines()) {
            let (spellings, stems) = line.split_once('+').unwrap_or((line, ""));
            for spelling in spellings.split_whitespace() {
                let other = names.insert(of(spelling), line);
                assert!(other.is_none_or(|other| other == line), "{spelling}: {line} | {other:?}");
                if MEN.contains(line) {
                    // Sons of Арсен and Арсений, of Назар and Назарий have one patronymic in some tables.
                    let stem = stem(&of(spelling)).to_vec();
                    let shared = [&b"ARSEN"[..], b"NAZAR"].contains(&&stem[..]);
                    let other = fathers.insert(stem, line);
                    assert!(shared || other.is_none_or(|other| other == line), "{spelling}: {line} | {other:?}");
                }
            }
            for explicit in stems.split_whitespace() {
                let other = fathers.insert(of(explicit), line);
                assert!(other.is_none_or(|other| other == line), "stem {explicit}: {line} | {other:?}");
            }
        }
        assert!(names.len() > 250, "{}", names.len());
    }

    #[test]
    fn pairs_of_names_in_two_languages_are_one() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/names/pairs.tsv");
        let text = std::fs::read_to_string(path).expect("the fixture");
        let mut pairs = 0;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let spellings: Vec<&str> = line.split('\t').collect();
            let first = sign(&of(spellings[0])).unwrap_or_else(|| panic!("{line}"));
            for other in &spellings[1..] {
                assert_eq!(sign(&of(other)), Some(first), "{line}");
            }
            pairs += 1;
        }
        assert_eq!(pairs, 55);
    }

    #[test]
    fn sexes_and_strangers() {
        assert_eq!(is_male(&of("ОЛЕКСАНДР")), Some(true));
        assert_eq!(is_male(&of("Alexandra")), Some(false));
        assert_eq!((is_male(&of("Київ")), is_listed("Вулиця".as_bytes())), (None, false));
        assert!(is_listed("Oleksij".as_bytes()) && is_listed("ДАР`Я".as_bytes()));
        assert_eq!(father_sign(b"MIKOLA"), father_sign(b"NIKOLA"));
        assert_ne!(father_sign(b"PETR"), father_sign(b"PAVL"));
    }
}
