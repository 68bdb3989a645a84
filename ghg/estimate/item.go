package estimate

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/table"
	"github.com/localghg/localghg/ghg/words"
)

// Items are the names of what defaults are of, in both languages: "rice straw", "볏짚".
type Items struct {
	what  string
	names map[string]words.Term // by either name
	all   []string
}

// NewItems are those of a table with the columns english and korean; what calls one of them
// where it is not known, as "fuel".
func NewItems(what string, t table.Table) Items {
	i := Items{what: what, names: map[string]words.Term{}}
	for r := range t.Rows() {
		name := words.Term{En: r.Cell("english"), Ko: r.Cell("korean")}
		i.names[words.Fold(name.En)], i.names[words.Fold(name.Ko)] = name, name
		i.all = append(i.all, name.En)
	}
	return i
}

// Of is the item that is called so in one of the languages. Another is a [*ghg.UnknownError],
// with all that there are.
func (i Items) Of(name string) (words.Term, error) {
	t, ok := i.names[words.Fold(name)]
	if !ok {
		return words.Term{}, &ghg.UnknownError{What: i.what, ID: name, Allowed: append([]string(nil), i.all...)}
	}
	return t, nil
}
