using System.Globalization;

namespace NeuralNotebooks.Tests.Scalars;

public class ValueDisplayTests
{
    [Fact]
    public void Formulas_use_the_usual_signs()
    {
        Value x = new(2, "x"), y = new(3, "y");
        Assert.Equal("σ(x × y) − 1", (Value.Sigmoid(x * y) - 1).Expression());
        Assert.Equal("(−x)^2 / max(x, y, 4)", (Value.Pow(-x, 2) / Value.Max(x, y, 4)).Expression());
    }

    private static readonly Value _x = new(2, "x"), _y = new(3, "y"), _negative = new(-3);

    public static TheoryData<Value, string> Formulas => new()
    {
        { Value.Pow(_negative, 2), "(-3)^2" },
        { Value.Pow(-_x, 2), "(−x)^2" },
        { -Value.Pow(_x, 2), "−x^2" },
        { Value.Pow(Value.Pow(_x, 2), 3), "(x^2)^3" },
        { Value.Pow(_x * _y, 2), "(x × y)^2" },
        { _x - _negative, "x − (-3)" },
        { _negative - _x, "-3 − x" },
        { _x + _negative, "x + (-3)" },
        { _x * _negative, "x × (-3)" },
        { _negative * _x, "-3 × x" },
        { _x / _negative, "x / (-3)" },
        { -_negative, "−(-3)" },
        { -(-_x), "−(−x)" },
        { -(_x + _y), "−(x + y)" },
        { -(_x * _y), "−x × y" },
        { _x - (-_y), "x − (−y)" },
        { _x - (_y - 1), "x − (y − 1)" },
        { _x - (_y + 1), "x − (y + 1)" },
        { _x - _y * 2, "x − y × 2" },
        { _x / (_y / 2), "x / (y / 2)" },
        { _x / (_y * 2), "x / (y × 2)" },
        { (_x - _y) * 2, "(x − y) × 2" },
        { 1 / Value.Pow(_y, -2), "1 / y^-2" },
        { Value.Max(_negative, -_x), "max(-3, −x)" },
        { Value.Sigmoid(_negative), "σ(-3)" },
        { Value.Sum(_negative, _x, _negative), "-3 + x + (-3)" },
        { Value.Pow(double.NegativeInfinity, 2), "(-∞)^2" },
    };

    [Theory]
    [MemberData(nameof(Formulas))]
    public void Parentheses_stand_where_an_operator_or_a_sign_needs_them(Value value, string formula) =>
        Assert.Equal(formula, value.Expression());

    [Fact]
    public void A_formula_evaluates_to_the_value() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        Value value = RandomValue(new Random(seed), depth: 3);
        bool hasZero = value.Circuit().Any(part => part.Data == 0);   // whose sign a formula does not show
        if (!hasZero)
            Assert.Equal(value.Data, new Evaluation(value.Expression()).Result, 1e-9 * Math.Abs(value.Data));
    }).QuickCheckThrowOnFailure();

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
            7 => Value.Pow(Next(), random.Next(-2, 4)),
            8 => Value.Max(Next(), Next(), Next()),
            _ => Value.Product(Next(), Next(), Next()),
        };
    }

    /// <summary>Evaluates by the usual precedence: −x^2 is −(x^2), and x − y − z is (x − y) − z.</summary>
    private sealed class Evaluation
    {
        private readonly string _text;
        private int _at;

        public Evaluation(string formula)
        {
            _text = formula.Replace(" ", "", StringComparison.Ordinal).Replace('-', '−');
            Result = Sum();
            Assert.Equal(_text.Length, _at);
        }

        public double Result { get; }

        private bool Skip(string expected)
        {
            bool isNext = string.CompareOrdinal(_text, _at, expected, 0, expected.Length) == 0;
            _at += isNext ? expected.Length : 0;
            return isNext;
        }

        private double Sum()
        {
            double sum = Product();
            while (true)
            {
                if (Skip("+"))
                    sum += Product();
                else if (Skip("−"))
                    sum -= Product();
                else
                    return sum;
            }
        }

        private double Product()
        {
            double product = Signed();
            while (true)
            {
                if (Skip("×"))
                    product *= Signed();
                else if (Skip("/"))
                    product /= Signed();
                else
                    return product;
            }
        }

        private double Signed() => Skip("−") ? -Signed() : Power();

        private double Power()
        {
            double operand = Operand();
            return Skip("^") ? Math.Pow(operand, Skip("−") ? -Number() : Number()) : operand;
        }

        private double Operand()
        {
            bool isMax = Skip("max");
            if (!Skip("("))
                return Skip("x") ? _x.Data : Number();
            double result = Sum();
            while (isMax && Skip(","))
                result = Math.Max(result, Sum());
            Assert.True(Skip(")"), _text);
            return result;
        }

        private double Number()
        {
            int start = _at;
            while (_at < _text.Length && char.IsDigit(_text[_at]))
                _at++;
            return double.Parse(_text.AsSpan(start, _at - start), CultureInfo.InvariantCulture);
        }
    }
}
