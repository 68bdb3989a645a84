package ghg

import "fmt"

// readValue reads gas, mass, unit, metric, key and what belongs to them, and says in
// which column the figure stands.
func (c *csvReader) readValue(s Scheme) (Gas, Value, int) {
	gas, v, column := c.readMarked(s)
	entry := readWord(c, colEntry, &c.caches.entries, ParseEntry)
	if entry == NoEntry {
		return gas, v, column
	}
	entered, err := v.EnteredAs(entry)
	if err != nil {
		c.refuse(FaultMismatch, colEntry, asFaultOf(err).Detail)
	}
	return gas, entered, column
}

func (c *csvReader) readKeyOrNumber(s Scheme) (Gas, Value, int) {
	gas := c.readGas()
	keyText := c.cell[colKey]
	massText := c.cell[colMass]
	column := colMass
	if len(massText) == 0 && len(keyText) > 0 {
		column = colKey
	}
	if len(massText) > 0 && len(keyText) == 0 && massText[0] >= 'A' {
		// Files put keys where the number would stand.
		if _, _, _, err := ReadKeys(string(massText)); err == nil {
			keyText, massText = massText, nil
			c.remark(FindingKeyNormalised, Note, string(keyText), "", "the key stands in the column of the mass")
		}
	}
	if len(massText) > 0 && saysNotAvailable(string(massText)) {
		c.refuse(FaultKey, colMass, notAvailable)
		massText = nil
	}
	number, of := c.readNumber(massText, gas)
	if gas.gas.IsZero() && !gas.co2e {
		gas.gas = of // the unit may name the gas
	}
	key := c.readKey(keyText, s)
	explanation := c.readText(colExplanation)
	if key.IsMissing() {
		if len(c.cell[colIncludedIn]) > 0 {
			c.refuse(FaultMismatch, colIncludedIn, "it belongs to the key IE")
		}
		return gas.gas, c.explained(number, explanation), column
	}
	key = c.explained(key, explanation)
	switch {
	case !number.IsNumber():
		return gas.gas, key, column
	case number.t().IsZero():
		c.zeroBeside = key.key
		return gas.gas, key, colKey
	case key.key != NO && key.key != NA:
		both, err := Partly(number, key)
		if err != nil {
			c.refuse(FaultKey, colKey, err.Error())
		}
		return gas.gas, both, column
	}
	c.refuse(FaultKeyWithNumber, colKey, fmt.Sprintf("%s denies that there is anything, and the mass is %s", key.key, number))
	return gas.gas, key, column
}

// explained is the value with an explanation, which many lines may share.
func (c *csvReader) explained(v Value, why string) Value {
	switch {
	case why == "":
	case v.more == nil:
		v.more = c.mores.of(valueMore{why: why})
	default:
		v = c.shared(v.explained(why))
	}
	return v
}

// shared is the value with what it has beyond a number kept once for many.
func (c *csvReader) shared(v Value) Value {
	if v.more != nil && v.more.hi == 0 && v.more.long == nil {
		v.more = c.mores.of(*v.more)
	}
	return v
}

func (c *csvReader) readGas() gasCell {
	b := c.cell[colGas]
	if len(b) == 0 {
		return gasCell{}
	}
	g, ok := c.caches.gases.find(b)
	if ok {
		return g
	}
	text := string(b)
	if isCO2e(text) {
		g.co2e = true
	} else {
		var err error
		if g.gas, err = ParseGas(text); err != nil {
			c.refuse(FaultUnknownGas, colGas, allowedBy(err))
			return g
		}
	}
	c.caches.gases.keep(b, g)
	return g
}

// readNumber reads mass, unit and metric into a value, and the gas that the
// unit names.
func (c *csvReader) readNumber(massText []byte, gas gasCell) (Value, Gas) {
	unit, ok := unitCell{}, false
	if len(c.cell[colUnit]) > 0 || len(massText) > 0 {
		unit, ok = c.readUnit(colUnit)
	}
	metric := c.readMetric(colMetric, Unstated)
	if of := unit.of.Gas; !of.IsZero() && (gas.co2e || !gas.gas.IsZero()) && !of.includes(gas.gas) {
		c.refuse(FaultMismatch, colUnit, fmt.Sprintf("the unit is of %s and the gas is %s", of, c.cell[colGas]))
		return Value{}, Gas{}
	}
	if len(massText) == 0 {
		return Value{}, unit.of.Gas
	}
	v, isNumber := c.readMass(massText, unit, ok)
	if !isNumber {
		return Value{}, Gas{}
	}
	if unit.of.CO2e || gas.gas.IsZero() && unit.of.Gas.IsZero() {
		v.kind = equivalent
		return v.withMetric(metric), Gas{}
	}
	if len(c.cell[colMetric]) > 0 {
		c.remark(FindingMetricOnMass, Warning, metric.String(), "",
			"the line is a mass of a gas, which needs no metric; if it is CO2e, write the unit as tCO2e")
	}
	v.gas = unit.of.Gas // so that it is written with it again
	return v, unit.of.Gas
}

// readMass reads a number of a unit, which may be missing: then it says only what
// is wrong with the number.
func (c *csvReader) readMass(text []byte, unit unitCell, hasUnit bool) (Value, bool) {
	if hasUnit {
		if n, usual, ok := plainNumber(text, c.mark()); ok {
			if n, ok = n.shift(unit.power); ok {
				v := valueOf(emitted, n)
				if v.written = writtenWith(c.mark(), unit.power); !usual {
					v = v.ReadAs(string(text))
				}
				return v, true
			}
		}
	}
	amount, ok := c.readNumberIn(colMass, text)
	if !ok || !hasUnit {
		return Value{}, false
	}
	mass, err := NewMass(amount, unit.unit)
	if err != nil {
		c.refuse(FaultNumber, colMass, fmt.Sprintf("in %s, %s", unit.unit, err))
		return Value{}, false
	}
	return Emitted(mass).ReadAs(string(text)), true
}

// readKey reads the notation key and where IE points.
func (c *csvReader) readKey(text []byte, s Scheme) Value {
	if len(text) == 0 || s.IsZero() {
		return Value{}
	}
	cell, met := c.caches.keys.find(text)
	var err error
	if !met {
		if cell.key, cell.place, cell.plain, err = ReadKeys(string(text)); err == nil {
			c.caches.keys.keep(text, cell)
		}
	}
	k, place := cell.key, cell.place
	if err == nil && !s.AllowsKey(k) {
		err = fmt.Errorf("%s is not a notation key of %s: allowed are %s", k, s.Name(), s.keyList())
	}
	if err != nil {
		c.refuse(FaultKey, colKey, err.Error())
		return Value{}
	}
	key := Value{key: k, written: asKey}
	if !cell.plain {
		key = c.shared(key.ReadAs(string(text)))
		c.remark(FindingKeyNormalised, Note, string(text), k.String(), "the cell is read as "+k.String())
	}
	if b := c.cell[colIncludedIn]; len(b) > 0 {
		if k != IE {
			c.refuse(FaultMismatch, colIncludedIn, "it belongs to the key IE")
			return key
		}
		place = c.readText(colIncludedIn)
	}
	if place == "" {
		return key
	}
	if in, err := s.Category(place); err == nil {
		return key.includedIn(in)
	}
	return key.includedIn(Category{s.ID(), place})
}
