using CrmMapping.Outcomes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CrmMapping;

/// <summary>Adds the words with which an application says which outcomes its calls have.</summary>
public static class OutcomesCrmMappingBuilderExtensions
{
    extension(CrmMappingBuilder crm)
    {
        /// <summary>Says which outcome calls have before an admin decides otherwise: a default for each situation, and rules for tags.</summary>
        /// <param name="configure">Says it.</param>
        /// <returns>The same builder.</returns>
        /// <remarks>What is wrong in it is reported when the host starts. Registers <see cref="ICallOutcomes"/>, by which calls are logged, and <see cref="ICallOutcomeRules"/>, through which admins edit.</remarks>
        public CrmMappingBuilder AddCallOutcomes(Action<CallOutcomesBuilder> configure)
        {
            ArgumentNullException.ThrowIfNull(configure);
            if (crm.Services.Any(static service => service.ServiceType == typeof(CallOutcomes)))
            {
                return crm.Report(OutcomeMistakes.SaidTwice());
            }

            var builder = new CallOutcomesBuilder();
            configure(builder);
            var mistakes = new List<MappingMistake>();
            crm.Services.AddSingleton(builder.Build(mistakes));
            crm.Services.AddSingleton<CallJudges>();
            crm.Services.TryAddSingleton<ICallOutcomes>(static provider => provider.GetRequiredService<CallJudges>());
            crm.Services.TryAddSingleton<ICallOutcomeRules, CallOutcomeRules>();
            return mistakes.Aggregate(crm, static (to, mistake) => to.Report(mistake));
        }
    }
}
