package ghg

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg/words"
)

// Form is what an exchanged document says of itself in its field "format":
// the name of its form and the version of that, such as "localghg inventory 1".
// A document without one is of version 0, from before forms were named.
//
// A version that was written once is read ever after. What a reader could not
// take for the same, such as a field more, is a new version.
type Form string

// FaultForm is the code of a document in a form or version that is not read.
const FaultForm = "form"

// Check refuses a form that is not among those known, with a [Fault] that names
// them. A document that states none passes.
func (f Form) Check(known ...Form) error {
	if f == "" {
		return nil
	}
	names := make([]string, len(known))
	for i, k := range known {
		if f == k {
			return nil
		}
		names[i] = fmt.Sprintf("%q", string(k))
	}
	return Fault{Code: FaultForm, Field: "format", Value: words.Clip(string(f), maxKept),
		Detail: "no form that is read here: allowed are " + strings.Join(names, ", ") + ", and documents of version 0, which state none"}
}
