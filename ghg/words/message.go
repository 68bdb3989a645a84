package words

import (
	"embed"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// messageFiles are the tables of messages, one for the packages under each folder.
//
//go:embed data/messages_*.tsv
var messageFiles embed.FS

// message is a message in English and in Korean, each with its verbs.
type message struct {
	literal int // bytes of it that are no verbs
	english *regexp.Regexp
	korean  string
	verbs   []byte
}

// catalogue are the messages of the table: those without a verb by their text, the
// others with the longest first.
type catalogue struct {
	plain map[string]string
	made  []message
}

var messages = sync.OnceValue(func() catalogue {
	c := catalogue{plain: map[string]string{}}
	files, _ := messageFiles.ReadDir("data")
	for _, file := range files {
		text, _ := messageFiles.ReadFile("data/" + file.Name())
		for line := range strings.Lines(string(text)) {
			english, korean, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
			switch {
			case !ok || strings.HasPrefix(line, "#") || english == "english":
			case !strings.Contains(english, "%"):
				c.plain[english] = korean
			default:
				c.made = append(c.made, newMessage(english, korean))
			}
		}
	}
	slices.SortStableFunc(c.made, func(a, b message) int { return b.literal - a.literal })
	return c
})

// verb is one of a message: %d, %s, %[2]s, or %% for the sign itself.
var verb = regexp.MustCompile(`%(?:\[(\d+)\])?\.?\d*([a-zA-Z%])`)

// patterns are what stands in place of a verb.
var patterns = map[byte]string{'d': `(-?[0-9,]+)`, 'q': `("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)+'|` + "`[^`]*`" + `)`}

func newMessage(english, korean string) message {
	m := message{korean: korean}
	var pattern strings.Builder
	pattern.WriteString(`(?s)^`)
	at := 0
	for _, v := range verb.FindAllStringSubmatchIndex(english, -1) {
		literal := english[at:v[0]]
		m.literal += len(literal)
		pattern.WriteString(regexp.QuoteMeta(literal))
		at = v[1]
		switch kind := english[v[4]]; kind {
		case '%':
			pattern.WriteString("%")
		default:
			p, ok := patterns[kind]
			if !ok {
				p = `(.+?)`
			}
			pattern.WriteString(p)
			m.verbs = append(m.verbs, kind)
		}
	}
	pattern.WriteString(regexp.QuoteMeta(english[at:]) + `$`)
	m.literal += len(english) - at
	m.english = regexp.MustCompile(pattern.String())
	return m
}

// fill is the Korean message with the values of the English one.
func (m message) fill(values []string, depth int) string {
	next := 0
	return verb.ReplaceAllStringFunc(m.korean, func(v string) string {
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
		if m.verbs[i] == 'd' || m.verbs[i] == 'q' {
			return values[i]
		}
		text, _ := inKorean(values[i], depth+1)
		return text
	})
}

// How long a message may be, and how deep messages within messages.
const (
	mostMessage = 4000
	mostDepth   = 4
)

// InKorean is a message of the library in Korean: it is found in the table of messages by
// its English text, whatever values stand in it, and those that are messages themselves are
// in Korean too. Of a message that is made of several, with "; ", ": " or ", " between them, each
// is looked for. What is not in the table stays as it is, and it is false where nothing
// was found.
func InKorean(text string) (string, bool) { return inKorean(text, 0) }

func inKorean(text string, depth int) (string, bool) {
	if len(text) > mostMessage || depth > mostDepth || !strings.ContainsFunc(text, isASCIILetter) {
		return text, false
	}
	c := messages()
	if korean, ok := c.plain[text]; ok {
		return korean, true
	}
	for _, m := range c.made {
		if v := m.english.FindStringSubmatch(text); v != nil {
			return m.fill(v[1:], depth), true
		}
	}
	for _, between := range []string{"\n", "; ", ": ", ", "} {
		if parts := strings.Split(text, between); len(parts) > 1 && len(parts) <= 40 {
			found := false
			for i, p := range parts {
				korean, ok := inKorean(p, depth+1)
				parts[i], found = korean, found || ok
			}
			if found {
				return strings.Join(parts, between), true
			}
		}
	}
	return text, false
}

func isASCIILetter(c rune) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
