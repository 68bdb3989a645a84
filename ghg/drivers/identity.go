package drivers

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// maxFactors is how many factors an identity may have.
const maxFactors = 8

// Factor is one factor of an identity: what it is called, the unit that its
// values are in, and in whose hands it is.
type Factor struct {
	Name        string      `json:"name"`
	Unit        string      `json:"unit,omitempty"` // "" for a number without one, such as a share
	Attribution Attribution `json:"attribution"`
}

// String is the name with the unit: "grid factor [tCO2e/MWh]".
func (f Factor) String() string {
	if f.Unit == "" {
		return f.Name
	}
	return f.Name + " [" + f.Unit + "]"
}

// Identity says which factors multiply to an amount: emissions = floor area ×
// electricity per floor area × grid factor. It is immutable; the zero Identity
// has no factors and is refused where they are needed.
type Identity struct {
	unit      string
	tolerance ghg.Share
	factors   []Factor
}

// NewIdentity makes an identity of 1 to 8 factors with distinct
// names. The unit is that of the product. The tolerance is how far an amount
// that is stated beside the factors may lie from their product, as a share of
// the amount; it has to be said, 0% where they must agree.
//
// What does not stand is a [ghg.Fault], and all of it is reported.
func NewIdentity(unit string, tolerance ghg.Share, factors ...Factor) (Identity, error) {
	var faults ghg.Faults
	if unit == "" || len(unit) > ghg.MaxName {
		faults.Refuse("identity", "unit", unit, fmt.Sprintf("the unit of the product is needed, such as tCO2e, of at most %d bytes", ghg.MaxName))
	}
	switch {
	case tolerance.IsUnset():
		faults.Refuse("identity", "tolerance", "", "one for stated amounts is needed, such as 0.1%; 0% has to be said")
	case tolerance.Cmp(ghg.Share{}) < 0 || tolerance.Complement().Cmp(ghg.Share{}) <= 0:
		faults.Refuse("identity", "tolerance", tolerance.String(), "from 0% to below 100% is allowed")
	}
	if n := len(factors); n < 1 || n > maxFactors {
		faults.Refuse("identity", "factors", strconv.Itoa(n), fmt.Sprintf("1 to %d are allowed", maxFactors))
		return Identity{}, faults
	}
	for i, f := range factors {
		of := fmt.Sprintf("factor %d", i+1)
		if f.Name == "" || len(f.Name) > ghg.MaxName {
			faults.Refuse(of, "name", f.Name, fmt.Sprintf("a name of at most %d bytes is needed", ghg.MaxName))
		}
		if len(f.Unit) > ghg.MaxName {
			faults.Refuse(of, "unit", f.Unit, fmt.Sprintf("at most %d bytes are allowed", ghg.MaxName))
		}
		if int(f.Attribution) >= attributions {
			faults.Refuse(of, "attribution", strconv.Itoa(int(f.Attribution)), "one of AllAttributions is allowed")
		}
		if slices.ContainsFunc(factors[:i], func(o Factor) bool { return o.Name == f.Name }) {
			faults.Refuse(of, "name", f.Name, "given twice: each factor has a name of its own")
		}
	}
	if err := faults.Err(); err != nil {
		return Identity{}, err
	}
	return Identity{unit, tolerance, slices.Clone(factors)}, nil
}

// IsZero reports whether the identity is the zero Identity.
func (id Identity) IsZero() bool { return len(id.factors) == 0 }

// Unit is the unit of the product.
func (id Identity) Unit() string { return id.unit }

// Factors are the factors in their order.
func (id Identity) Factors() []Factor { return slices.Clone(id.factors) }

// equal reports whether two identities have the same factors, unit and
// tolerance.
func (id Identity) equal(o Identity) bool {
	return id.unit == o.unit && id.tolerance.Equal(o.tolerance) && slices.Equal(id.factors, o.factors)
}

// String is the identity as an equation.
func (id Identity) String() string {
	if id.IsZero() {
		return "no factors"
	}
	names := make([]string, len(id.factors))
	for i, f := range id.factors {
		names[i] = f.String()
	}
	return id.unit + " = " + strings.Join(names, " × ")
}
