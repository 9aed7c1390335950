using static NeuralNotebooks.Value;

namespace NeuralNotebooks.Tests.Scalars;

public class ValueDisplayTests
{
    [Fact]
    public void Formulas_use_the_usual_signs()
    {
        Value x = new(2, "x"), y = new(3, "y");
        Assert.Equal("σ(x × y) − 1", (Value.Sigmoid(x * y) - 1).Expression());
        Assert.Equal("(−x)² / max(x, y, 4)", (Pow(-x, 2) / Max(x, y, 4)).Expression());
    }

    private static readonly Value _x = new(2, "x"), _y = new(3, "y"), _negative = new(-3);

    [Fact]
    public void Parentheses_stand_where_an_operator_or_a_sign_needs_them() =>
        new Shown(asHtml: false)
        {
            Pow(_negative, 2),
            Pow(-_x, 2),
            -Pow(_x, 2),
            Pow(Pow(_x, 2), 3),
            Pow(_x * _y, 2),
            _x - _negative,
            _negative - _x,
            _x + _negative,
            _x * _negative,
            _negative * _x,
            _x / _negative,
            -_negative,
            -(-_x),
            -(_x + _y),
            -(_x * _y),
            _x - (-_y),
            _x - (_y - 1),
            _x - (_y + 1),
            _x - _y * 2,
            _x / (_y / 2),
            _x / (_y * 2),
            (_x - _y) * 2,
            1 / Pow(_y, -2),
            Max(_negative, -_x),
            Value.Sigmoid(_negative),
            Sum(_negative, _x, _negative),
            Pow(double.NegativeInfinity, 2),
        }.ShouldBeApproved();

    [Fact]
    public void Circuits_with_the_same_formula_have_the_same_value()
    {
        IEnumerable<Value> circuits =
            from seed in Enumerable.Range(0, 100_000)
            let circuit = RandomValue(new Random(seed), depth: 2)
            where circuit.Circuit().All(part => part.Data != 0) // a formula does not show the sign of 0
            select circuit;
        Assert.All(
            circuits.GroupBy(circuit => circuit.Expression().Replace('-', '−')),
            same =>
                Assert.All(
                    same, circuit => Assert.Equal(same.First().Data, circuit.Data, 1e-9 * Math.Abs(circuit.Data))));
    }

    private static Value RandomValue(Random random, int depth)
    {
        Value Next() => RandomValue(random, depth - 1);
        return (depth == 0 ? 0 : random.Next(10)) switch
        {
            0 or 1 => random.Next(2) == 0 ? _x : new Value(random.Next(-4, 5)),
            2 => Next() + Next(),
            3 => Next() - Next(),
            4 => Next() * Next(),
            5 => Next() / Next(),
            6 => -Next(),
            7 => Pow(Next(), random.Next(-2, 4)),
            8 => Max(Next(), Next(), Next()),
            _ => Product(Next(), Next(), Next()),
        };
    }
}
