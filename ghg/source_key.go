package ghg

// sourceKey is what a row says of the source that it tells of, within its category.
type sourceKey struct {
	node     int32
	gas      Gas // methane of any origin is methane
	scope    Scope
	variant  Variant
	fuel     string
	activity string
	facility string
	tags     Tags
}

// What a row says of its source and may leave open: a row that names no fuel tells of
// all fuels.
const (
	saysGas = 1 << iota
	saysVariant
	saysFuel
	saysActivity
	saysFacility
	saysTags
	saysMasks
)

// told is the source that a row tells of, and which parts of the key it says.
func (r *row) told() (sourceKey, uint8) {
	k := sourceKey{node: r.node, gas: r.toldGas(), scope: r.scope, variant: r.variant}
	if a := r.about; a != nil {
		k.fuel, k.activity, k.facility, k.tags = a.fuel, a.activity, a.facility, a.tags
	}
	var says uint8
	for _, x := range [...]struct {
		is  bool
		bit uint8
	}{{!k.gas.IsZero(), saysGas}, {k.variant != NoVariant, saysVariant}, {k.fuel != "", saysFuel}, {k.activity != "", saysActivity},
		{k.facility != "", saysFacility}, {k.tags != Tags{}, saysTags}} {
		if x.is {
			says |= x.bit
		}
	}
	return k, says
}

// toldGas is the gas of a row, where methane of any origin is methane.
func (r *row) toldGas() Gas {
	if CH4.includes(r.gas) {
		return CH4
	}
	return r.gas
}

// part is what a row says of the part of its category that it tells of; of the category
// as a whole it is 0.
func (r *row) part() uint8 {
	a := r.about
	if a == nil {
		return 0
	}
	var says uint8
	if a.fuel != "" {
		says |= saysFuel
	}
	if a.activity != "" {
		says |= saysActivity
	}
	if a.facility != "" {
		says |= saysFacility
	}
	return says
}

// only is the key with nothing but what is asked for.
func (k sourceKey) only(says uint8) sourceKey {
	if says&saysGas == 0 {
		k.gas = Gas{}
	}
	if says&saysVariant == 0 {
		k.variant = NoVariant
	}
	if says&saysFuel == 0 {
		k.fuel = ""
	}
	if says&saysActivity == 0 {
		k.activity = ""
	}
	if says&saysFacility == 0 {
		k.facility = ""
	}
	if says&saysTags == 0 {
		k.tags = Tags{}
	}
	return k
}

// meet finds the rows of two lists that tell of one source: in all that both say they
// say the same. Each such row is given with one of the other list that it meets.
//
// Rows that say the same parts of their keys are looked up together, so that the work
// grows with the number of rows, and not with that of their pairs.
func (inv *inventory) meet(a, b []int32) (inA, inB map[int32]int32) {
	inA, inB = map[int32]int32{}, map[int32]int32{}
	byA, byB := inv.bySaid(a), inv.bySaid(b)
	for p := range byA {
		for q := range byB {
			if len(byA[p]) == 0 || len(byB[q]) == 0 {
				continue
			}
			both := uint8(p & q)
			there := map[sourceKey]int32{}
			for _, x := range byB[q] {
				if _, ok := there[x.key.only(both)]; !ok {
					there[x.key.only(both)] = x.row
				}
			}
			met := map[sourceKey]int32{}
			for _, x := range byA[p] {
				k := x.key.only(both)
				if y, ok := there[k]; ok {
					met[k] = x.row
					if _, ok := inA[x.row]; !ok {
						inA[x.row] = y
					}
				}
			}
			for _, y := range byB[q] {
				if x, ok := met[y.key.only(both)]; ok {
					if _, ok := inB[y.row]; !ok {
						inB[y.row] = x
					}
				}
			}
		}
	}
	return inA, inB
}

type keyedRow struct {
	row int32
	key sourceKey
}

func (inv *inventory) bySaid(rows []int32) (by [saysMasks][]keyedRow) {
	for _, i := range rows {
		k, says := inv.rows[i].told()
		by[says] = append(by[says], keyedRow{i, k})
	}
	return by
}
