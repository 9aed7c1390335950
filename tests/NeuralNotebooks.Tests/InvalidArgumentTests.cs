namespace NeuralNotebooks.Tests;

public sealed class InvalidArgumentTests
{
    private const string File = "InvalidArguments";

    private static readonly WrittenCalls _calls = new(
        File,
        """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using NeuralNotebooks;
        using NeuralNotebooks.Tests;
        """);

    [Theory]
    [FactsOf(File)]
    public void A_call_says_what_is_wrong(string fact) => _calls.Check(fact);

    [Fact]
    public void Every_function_of_matrices_names_the_one_that_is_missing()
    {
        const string Written = "what the caller wrote";
        IEnumerable<(MethodInfo Method, ParameterInfo Missing)> calls =
            from type in (Type[])[typeof(Matrix), typeof(Matrix<double>), typeof(Gemm)]
            from declared in type.GetMethods()
            let method = declared.ContainsGenericParameters ? declared.MakeGenericMethod(typeof(double)) : declared
            from parameter in method.GetParameters()
            where parameter.ParameterType == typeof(Matrix<double>)
            select (method, parameter);
        Assert.All(
            calls,
            call =>
            {
                object?[] arguments = [.. call.Method.GetParameters().Select(Argument)];
                Exception error = Assert.Throws<TargetInvocationException>(() =>
                    call.Method.Invoke(new Matrix<double>(2, 2), arguments));
                var isNull = Assert.IsType<ArgumentNullException>(error.InnerException);
                Assert.Contains(isNull.ParamName, (string?[])[call.Missing.Name, Written]);

                object? Argument(ParameterInfo parameter) =>
                    parameter == call.Missing ? null
                    : parameter.ParameterType == typeof(Matrix<double>) ? new Matrix<double>(2, 2)
                    : parameter.ParameterType == typeof(string) ? Written
                    : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType)
                    : null;
            });
    }
}
