package words

import (
	"slices"
	"strconv"
	"strings"
)

// How long a message may be, of how many parts, and how deep messages within messages.
const (
	mostMessage = 4000
	mostParts   = 16
	mostCommas  = 8
	mostDepth   = 4
)

// InKorean is a message of the library in Korean: it is found in the table of messages by
// its English text, whatever values stand in it, and those that are messages themselves are
// in Korean too. Of a message that is made of several, with "; ", ": ", ", " or a line break
// between them, each is looked for, the longest first. What is not in the table stays as it
// is, and it is false where nothing was found.
func InKorean(text string) (string, bool) { return inKorean(text, 0) }

func inKorean(text string, depth int) (string, bool) {
	if len(text) > mostMessage || depth > mostDepth || !strings.ContainsFunc(text, isASCIILetter) {
		return text, false
	}
	c := messages()
	korean, found := c.inKorean(text, depth)
	if found || isList(text) {
		return korean, found
	}
	var out strings.Builder
	for cuts, at := cutsOf(text), 0; at < len(text); {
		n, part, isMessage := c.longest(text, at, cuts, depth)
		out.WriteString(part + text[cuts[n].at:cuts[n].behind])
		at, cuts, found = cuts[n].behind, cuts[n+1:], found || isMessage
	}
	return out.String(), found
}

// longest is the longest part of a text from a place on that is a message, and the cut that
// it ends at; or else what comes before the next cut.
func (c catalogue) longest(text string, at int, cuts []cut, depth int) (int, string, bool) {
	for i, cut := range slices.Backward(cuts) {
		if part, ok := c.inKorean(text[at:cut.at], depth); ok {
			return i, part, true
		}
	}
	return 0, text[at:cuts[0].at], false
}

// inKorean is a text that is one message.
func (c catalogue) inKorean(text string, depth int) (string, bool) {
	if korean, ok := c.plain[text]; ok {
		return korean, true
	}
	m, values := c.find(text)
	if len(values) == 0 || m.verbs[0] != 'q' { // a field with its value: sources "0"
		if field, value, ok := strings.Cut(text, ` "`); ok && isQuotation(`"`+value) {
			if korean, ok := c.plain[field]; ok {
				return korean + ` "` + value, true
			}
		}
	}
	if values == nil {
		return text, false
	}
	return m.fill(values, depth), true
}

// isQuotation says whether a text is one quotation, which may be cut ([Quote]).
func isQuotation(text string) bool {
	_, err := strconv.Unquote(strings.TrimSuffix(text, "…"))
	return err == nil
}

// cut is a place in a text between two messages.
type cut struct{ at, behind int }

// cutsOf are the places where a text may be made of several, and its end; none is in
// quotation marks, in brackets or between numbers.
func cutsOf(text string) (out []cut) {
	quoted, deep, commas := false, 0, 0
	for i := 0; i < len(text) && len(out)-commas < mostParts; i++ {
		switch c := text[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '(':
			deep++
		case c == ')':
			deep--
		case deep > 0:
		case c == '\n':
			out = append(out, cut{i, i + 1})
		case c == ',' && i > 0 && isDigit(text[i-1]) && i+2 < len(text) && isDigit(text[i+2]):
		case (c == ';' || c == ':' || c == ',') && strings.HasPrefix(text[i+1:], " "):
			out = append(out, cut{i, i + 2})
			if c == ',' {
				commas++
			}
		}
	}
	if commas > mostCommas { // they part the words of a list
		out = slices.DeleteFunc(out, func(c cut) bool { return text[c.at] == ',' })
	}
	return append(out, cut{len(text), len(text)})
}

// isList reports whether a text is a list of words, such as of what may be written: they
// stay as they are.
func isList(text string) bool {
	parts := strings.Split(text, ", ")
	return !slices.ContainsFunc(parts, func(p string) bool { return strings.Contains(p, " ") })
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isASCIILetter(c rune) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
