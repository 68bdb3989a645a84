package words

import (
	_ "embed"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/localghg/localghg/ghg/table"
)

// The tables of messages, one for the packages under each folder.

//go:embed data/messages_ghg.tsv
var ghgMessages string

//go:embed data/messages_ghg_estimate.tsv
var estimateMessages string

//go:embed data/messages_target.tsv
var targetMessages string

//go:embed data/messages_strategy.tsv
var strategyMessages string

// catalogue are the messages of the tables: those without a verb by their text, the
// others by the word that they begin with, or apart where that is a value; of each the
// longest come first.
type catalogue struct {
	plain  map[string]string
	begin  map[string][]message
	others []message
}

var messages = sync.OnceValue(func() catalogue {
	c := catalogue{plain: map[string]string{}, begin: map[string][]message{}}
	c.add(ghgMessages)
	c.add(estimateMessages)
	c.add(strategyMessages)
	c.add(targetMessages)
	longest := func(a, b message) int { return b.literal - a.literal }
	for _, list := range c.begin {
		slices.SortStableFunc(list, longest)
	}
	slices.SortStableFunc(c.others, longest)
	return c
})

func (c *catalogue) add(text string) {
	for row := range table.MustRead(text, "english", "korean").Rows() {
		english, korean := row.Cell("english"), row.Cell("korean")
		if !verb.MatchString(english) { // "0% to 100% are allowed" has none
			c.plain[english] = korean
			continue
		}
		m := newMessage(english, korean)
		if word, _, several := strings.Cut(english, " "); several && !strings.Contains(word, "%") {
			c.begin[word] = append(c.begin[word], m)
		} else {
			c.others = append(c.others, m)
		}
	}
}

// find is the longest message that a text is, and its values.
func (c catalogue) find(text string) (message, []string) {
	word, _, _ := strings.Cut(text, " ")
	begin, others := c.begin[word], c.others
	for len(begin)+len(others) > 0 {
		var m message
		if len(others) == 0 || len(begin) > 0 && begin[0].literal >= others[0].literal {
			m, begin = begin[0], begin[1:]
		} else {
			m, others = others[0], others[1:]
		}
		if !m.mayBe(text) {
			continue
		}
		if v := m.english().FindStringSubmatch(text); v != nil {
			return m, v[1:]
		}
	}
	return message{}, nil
}

// message is a message in English and in Korean, each with its verbs.
type message struct {
	literal int      // bytes of it that are no verbs
	pieces  []string // what stands before, between and behind the verbs
	english func() *regexp.Regexp
	korean  string
	verbs   []byte
}

// mayBe is false of most texts that the message is not, and quick.
func (m message) mayBe(text string) bool {
	text, ok := strings.CutPrefix(text, m.pieces[0])
	if !ok || !strings.HasSuffix(text, m.pieces[len(m.pieces)-1]) {
		return false
	}
	for _, piece := range m.pieces[1:] {
		if _, text, ok = strings.Cut(text, piece); !ok {
			return false
		}
	}
	return true
}

// verb is one of a message: %d, %s, %[2]s, or %% for the sign itself.
var verb = regexp.MustCompile(`%(?:\[(\d+)\])?\.?\d*([a-zA-Z%])`)

// What stands in place of a verb. A value ends where another message begins, behind
// "; ", ": " or a line break, but in quotation marks or brackets; one that a Korean particle or a
// bracket stands at, as in %s의, at a comma too. What an error says (%w), or what is told
// behind a colon or in brackets, may be several messages.
const (
	whole   = `(-?[0-9,]+)`
	quoted  = `("(?:[^"\\]|\\.)*"…?|'(?:[^'\\]|\\.)+'|` + "`[^`]*`" + `)`
	within  = `"(?:[^"\\]|\\.)*"|\((?:[^()]|\([^()]*\))*\)|`
	value   = `((?:` + within + `[^";:\n]|[;:][^ ])+?)`
	word    = `((?:` + within + `[^";:,\n]|[;:,][^ ])+?)`
	several = `(.+?)`
)

func newMessage(english, korean string) message {
	m := message{korean: korean}
	var pattern strings.Builder
	pattern.WriteString(`(?s)^`)
	literal := func(text string) {
		m.literal += len(text)
		m.pieces = append(m.pieces, text)
		pattern.WriteString(regexp.QuoteMeta(text))
	}
	at, ends := 0, endsAtComma(korean)
	for _, v := range verb.FindAllStringSubmatchIndex(english, -1) {
		before := english[at:v[0]]
		literal(before)
		at = v[1]
		kind := english[v[4]]
		switch {
		case kind == '%':
			pattern.WriteString("%")
			continue
		case kind == 'd':
			pattern.WriteString(whole)
		case kind == 'q':
			pattern.WriteString(quoted)
		case kind == 'w', strings.HasSuffix(before, ": "), strings.HasSuffix(before, "("):
			pattern.WriteString(several)
		case ends[len(m.verbs)]:
			pattern.WriteString(word)
		default:
			pattern.WriteString(value)
		}
		m.verbs = append(m.verbs, kind)
	}
	literal(english[at:])
	pattern.WriteString(`$`)
	m.english = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern.String()) })
	return m
}

// endsAtComma are the values that a Korean particle or a bracket stands at.
func endsAtComma(korean string) map[int]bool {
	out, next := map[int]bool{}, 0
	for _, v := range verb.FindAllStringSubmatchIndex(korean, -1) {
		if korean[v[4]] == '%' {
			continue
		}
		if v[2] >= 0 {
			next, _ = strconv.Atoi(korean[v[2]:v[3]])
			next--
		}
		r, _ := utf8.DecodeRuneInString(korean[v[1]:])
		out[next] = r == '(' || unicode.Is(unicode.Hangul, r)
		next++
	}
	return out
}

// fill is the Korean message with the values of the English one.
func (m message) fill(values []string, depth int) string {
	next := 0
	return Particles(verb.ReplaceAllStringFunc(m.korean, func(v string) string {
		parts := verb.FindStringSubmatch(v)
		if parts[2] == "%" {
			return "%"
		}
		i := next
		if parts[1] != "" {
			n, _ := strconv.Atoi(parts[1])
			i = n - 1
		}
		next = i + 1
		if i < 0 || i >= len(values) {
			return v
		}
		if m.verbs[i] == 'd' || m.verbs[i] == 'q' || parts[2] == "v" { // what may be written stays as it is
			return values[i]
		}
		text, _ := inKorean(values[i], depth+1)
		return text
	}))
}
