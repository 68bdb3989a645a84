package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// particles are those that a sentence may hold in both forms, as 을(를), each with its form
// behind a vowel and behind a consonant.
var particles = [...][3]string{
	{"을(를)", "를", "을"}, {"은(는)", "는", "은"}, {"이(가)", "가", "이"}, {"와(과)", "와", "과"}, {"과(와)", "와", "과"}, {"(으)로", "로", "으로"},
}

// Particles chooses the particles of a Korean sentence whose values are put in, by the
// sound that each stands behind: "2030년을(를)" is "2030년을", "NE(으)로" is "NE로". Brackets
// and quotation marks are passed over. Behind a word of which that is not known, such as
// an English one, both forms stay.
func Particles(sentence string) string {
	var out []byte
	at := 0
	for i := range len(sentence) {
		if sentence[i] != '(' {
			continue
		}
		from, forms := particleAt(sentence, i)
		if forms == nil {
			continue
		}
		out = append(out, sentence[at:from]...)
		at = from + len(forms[0])
		form := forms[0]
		switch endsIn(sentence[:from]) {
		case vowel:
			form = forms[1]
		case liquid:
			if form = forms[2]; form == "으로" {
				form = "로"
			}
		case consonant:
			form = forms[2]
		}
		out = append(out, form...)
	}
	if at == 0 {
		return sentence
	}
	return string(append(out, sentence[at:]...))
}

// particleAt is where a particle in both forms begins whose bracket is at i, and its forms.
func particleAt(sentence string, i int) (from int, forms *[3]string) {
	for n := range particles {
		forms = &particles[n]
		from = i - strings.IndexByte(forms[0], '(')
		if from >= 0 && strings.HasPrefix(sentence[from:], forms[0]) {
			return from, forms
		}
	}
	return 0, nil
}

// sound is what a word ends in, read aloud in Korean.
type sound uint8

const (
	unknownSound sound = iota
	vowel
	liquid // ㄹ, behind which 으로 is 로
	consonant
)

// The digits and letters, each by the last sound of their Korean names: 영 일 이 …, 에이 비 씨 ….
const (
	digitSounds  = "cLvcvvcLLv"
	letterSounds = "vvvvvvvvvvvLccvvvLvvvvvvvv"
)

// unitSounds are units that are read as words: 톤, 킬로그램.
var unitSounds = map[string]sound{"t": consonant, "kt": consonant, "Mt": consonant, "g": consonant, "kg": consonant, "Gg": consonant,
	"ha": vowel, "km": vowel, "kWh": vowel, "MWh": vowel, "toe": vowel}

func endsIn(text string) sound {
	text = beforeBracket(strings.TrimRight(text, "\"'”’」』…"))
	last, size := utf8.DecodeLastRuneInString(strings.TrimRight(text, "\"'”’」』…"))
	switch {
	case last >= '가' && last <= '힣':
		switch (last - '가') % 28 {
		case 0:
			return vowel
		case 8:
			return liquid
		}
		return consonant
	case last >= '0' && last <= '9':
		return soundOf(digitSounds[last-'0'])
	case last == '%' || last == '℃': // 퍼센트, 도
		return vowel
	case size == 1 && isASCIILetter(last):
		return latin(text)
	}
	return unknownSound
}

// beforeBracket is a text without what stands in brackets at its end.
func beforeBracket(text string) string {
	for strings.HasSuffix(text, ")") {
		deep := 0
		i := len(text) - 1
		for ; i >= 0; i-- {
			if text[i] == ')' {
				deep++
			} else if text[i] == '(' {
				deep--
			}
			if deep == 0 {
				break
			}
		}
		if i <= 0 || strings.TrimSpace(text[:i]) == "" {
			return text
		}
		text = strings.TrimRight(text[:i], " ")
	}
	return text
}

// latin is the sound of a word in Latin letters: of a unit, or of an abbreviation that is
// read letter by letter, which has a capital or a digit behind its first letter.
func latin(text string) sound {
	from := len(text)
	for from > 0 && (isASCIILetter(rune(text[from-1])) || isDigit(text[from-1])) {
		from--
	}
	word := text[from:]
	if s, ok := unitSounds[word]; ok {
		return s
	}
	if len(word) > 1 && !strings.ContainsFunc(word[1:], func(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) }) {
		return unknownSound
	}
	return soundOf(letterSounds[unicode.ToLower(rune(word[len(word)-1]))-'a'])
}

func soundOf(c byte) sound {
	return map[byte]sound{'v': vowel, 'L': liquid, 'c': consonant}[c]
}
