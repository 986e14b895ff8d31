{{- define "techbridge.name" -}}
{{- if contains .Chart.Name .Release.Name }}{{ .Release.Name }}{{ else }}{{ .Release.Name }}-{{ .Chart.Name }}{{ end }}
{{- end }}

{{/* Takes (root, component name). */}}
{{- define "techbridge.componentName" -}}
{{- include "techbridge.name" (index . 0) }}-{{ index . 1 }}
{{- end }}

{{- define "techbridge.selector" -}}
app.kubernetes.io/name: {{ (index . 0).Chart.Name }}
app.kubernetes.io/instance: {{ (index . 0).Release.Name }}
app.kubernetes.io/component: {{ index . 1 }}
{{- end }}

{{- define "techbridge.metadata" -}}
name: {{ include "techbridge.componentName" . }}
labels:
  {{- include "techbridge.selector" . | nindent 2 }}
  app.kubernetes.io/version: {{ (index . 0).Chart.AppVersion | quote }}
  app.kubernetes.io/part-of: {{ (index . 0).Chart.Name }}
  app.kubernetes.io/managed-by: {{ (index . 0).Release.Service }}
  helm.sh/chart: {{ printf "%s-%s" (index . 0).Chart.Name (index . 0).Chart.Version }}
{{- end }}

{{/* The values of a component: the defaults, and over them its own. As YAML, for fromYaml. */}}
{{- define "techbridge.component" -}}
{{- $root := index . 0 }}
{{- mergeOverwrite (deepCopy $root.Values.defaults) (index $root.Values.components (index . 1)) | toYaml }}
{{- end }}

{{/* The plain settings of a component, as YAML. */}}
{{- define "techbridge.settings" -}}
{{- $root := index . 0 }}
{{- $name := index . 1 }}
{{- with $root.Values }}
{{- if eq $name "gateway" }}
{{- range $other, $_ := .components }}
{{- if ne $other "gateway" }}
{{ upper $other }}_URL: http://{{ include "techbridge.componentName" (list $root $other) }}:8080
{{- end }}
{{- end }}
{{- else }}
{{- $engines := (index .components $name).engines }}
SERVICE: {{ $name }}
AUTH_ISSUER: {{ required "auth.issuer: set it to the issuer of your tokens" .auth.issuer | quote }}
AUTH_AUDIENCE: {{ .auth.audience | quote }}
AUTH_JWKS_URL: {{ required "auth.jwksUrl: set it to where your issuer publishes its keys" .auth.jwksUrl | quote }}
# Whose X-Forwarded-For is believed: the gateway, and the ingress in front of it.
TRUST_PROXY: {{ ternary "2" "1" .ingress.enabled | quote }}
{{- if has "kafka" $engines }}
KAFKA_BROKERS: {{ required "engines.kafka.brokers: set it to host:port of your brokers" .engines.kafka.brokers | quote }}
KAFKA_REPLICAS: {{ .engines.kafka.replicas | quote }}
{{- end }}
{{- if and (has "mongodb" $engines) (not .engines.mongodb.uriSecretKey) }}
MONGODB_URI: {{ required "engines.mongodb.uri: set it to the address of your replica set, or engines.mongodb.uriSecretKey to the key of existingSecret that has it" .engines.mongodb.uri | quote }}
{{- end }}
{{- if and (has "elasticsearch" $engines) (not .engines.elasticsearch.urlSecretKey) }}
ELASTICSEARCH_URL: {{ required "engines.elasticsearch.url: set it to the address of your cluster, or engines.elasticsearch.urlSecretKey to the key of existingSecret that has it" .engines.elasticsearch.url | quote }}
{{- end }}
{{- with .telemetry.endpoint }}
OTEL_EXPORTER_OTLP_ENDPOINT: {{ . | quote }}
# By this the autoscaler tells releases apart.
OTEL_SERVICE_NAME: {{ include "techbridge.componentName" $ }}
{{- end }}
{{- range $setting, $value := .settings }}
{{ $setting }}: {{ $value | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* The keys of the Secret that a component is given, by setting, as YAML. */}}
{{- define "techbridge.secretKeys" -}}
{{- with (index . 0).Values }}
{{- $engines := (index .components (index $ 1)).engines }}
{{- if $engines }}
SECRET: SECRET
{{- if and (has "mongodb" $engines) .engines.mongodb.uriSecretKey }}
MONGODB_URI: {{ .engines.mongodb.uriSecretKey }}
{{- end }}
{{- if and (has "elasticsearch" $engines) .engines.elasticsearch.urlSecretKey }}
ELASTICSEARCH_URL: {{ .engines.elasticsearch.urlSecretKey }}
{{- end }}
{{- with .telemetry.headersSecretKey }}
OTEL_EXPORTER_OTLP_HEADERS: {{ . }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
